package io.github.sourceprovisioner.fetch.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Fetches in a JVM of its own, with options of its own, and holds no file in memory. */
final class ForkedJvm {

  private final List<String> options;

  /** A JVM with options like {@code -Xmx128m}. */
  ForkedJvm(String... options) {
    this.options = List.of(options);
  }

  /**
   * Fetches a ref from several URLs, each into a store of its own.
   *
   * @param directory for the stores
   * @return for every URL the number of files and of their bytes, or the message of the failure
   *     with its advice
   */
  List<String> fetch(Path directory, String ref, String... urls) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ForkedJvm.class.getName(), directory.toString(), ref));
    command.addAll(List.of(urls));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
  }

  /** Runs in the other JVM. */
  public static void main(String[] args) throws Exception {
    for (int i = 2; i < args.length; i++) {
      Path store = Files.createDirectories(Path.of(args[0], String.valueOf(i)));
      try {
        System.out.println(fetched(TestContext.location(args[i], args[1], ""), store));
      } catch (ProvisioningException e) {
        new PrintStream(System.out, true, UTF_8).println(e.getMessage() + " " + e.advice());
      }
    }
  }

  private static String fetched(SourceLocation location, Path store) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    TestContext context = new TestContext(store);
    Payload payload = fetcher.fetch(location, fetcher.resolve(location, context), store, context);
    try (var tree = ((Payload.Tree) payload).tree()) {
      long bytes = 0;
      for (TreeEntry entry : tree.entries()) {
        try (InputStream in = tree.open(entry)) {
          bytes += in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return tree.entries().size() + " files, " + bytes + " bytes";
    }
  }
}
