package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user has configured for git changes nothing, runs nothing and gets nothing written. */
class HermeticFetchTest {

  private Path root;
  private BareRepository repository;
  private GitServer server;

  /** Fetches a URL into a store, in a JVM of its own, and prints the digest of what came. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) throws Exception {
      GitFetcher fetcher = new GitFetcher();
      TestContext context = new TestContext(Files.createDirectories(Path.of(args[1])));
      var location = location(args[0], "main", "");
      var revision = fetcher.resolve(location, context);
      TreeDigest digest = new TreeDigest();
      read(fetcher.fetch(location, revision, Path.of(args[1]), context))
          .forEach((path, content) -> add(digest, path, content));
      System.out.println(digest.value());
    }

    private static void add(TreeDigest digest, String path, String content) {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      digest.add(
          TreeEntry.Type.of(path.charAt(0)),
          HexFormat.of().formatHex(TreeDigest.sha256().digest(bytes)),
          path.substring(2));
    }
  }

  @BeforeEach
  void serve(@TempDir Path directory) throws Exception {
    root = directory;
    repository = new BareRepository(Files.createDirectory(root.resolve("served")).resolve("r.git"));
    repository.ref(
        "refs/heads/main",
        repository.commit(
            Map.of(
                ".gitattributes",
                "* text=auto eol=crlf filter=evil ident working-tree-encoding=UTF-16 export-subst",
                "main.tf",
                "one\ntwo\n$Id$ $Format:%H$\n",
                "x:run.sh",
                "#!/bin/sh\n")));
    server = new GitServer(root.resolve("served"));
  }

  @AfterEach
  void stop() {
    server.close();
    repository.close();
  }

  @Test
  void aHostileConfigurationChangesRunsAndWritesNothing() throws Exception {
    Path plain = Files.createDirectory(root.resolve("plain"));
    Path hostile = Files.createDirectory(root.resolve("hostile"));
    configure(hostile);
    Map<String, String> before = contents(hostile);
    for (String url : List.of(server.url("r.git"), repository.url())) {
      String expected = fetch(plain, url);
      assertThat(expected).startsWith(TreeDigest.PREFIX);
      assertThat(fetch(hostile, url)).isEqualTo(expected);
    }
    assertThat(contents(hostile)).isEqualTo(before);
    assertThat(plain).isEmptyDirectory();
    assertThat(root.resolve("executed")).doesNotExist();
  }

  /** Every program of this configuration would leave a file. */
  private void configure(Path home) throws Exception {
    String touch = "touch " + root.resolve("executed");
    Path hooks = Files.createDirectory(home.resolve("hooks"));
    for (String hook : List.of("post-checkout", "reference-transaction", "fsmonitor-watchman")) {
      Path file = Files.writeString(hooks.resolve(hook), "#!/bin/sh\n" + touch + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    String config =
        """
        [core]
        \tfsmonitor = %1$s
        \tautocrlf = true
        \thooksPath = %2$s
        \tattributesFile = %2$s/attributes
        \tsshCommand = %1$s
        \tgitProxy = %1$s
        [filter "evil"]
        \tsmudge = %1$s
        \tclean = %1$s
        \tprocess = %1$s
        \trequired = true
        [credential]
        \thelper = !%1$s
        [http]
        \tsslVerify = false
        \tcookieFile = %2$s/cookies
        [url "file:///nowhere/"]
        \tinsteadOf = http://
        \tinsteadOf = file://
        [protocol]
        \tversion = 0
        """
            .formatted(touch, hooks);
    Files.writeString(home.resolve(".gitconfig"), config);
    for (String place : List.of(".config/git", ".config/jgit", "xdg/git", "xdg/jgit")) {
      Path directory = Files.createDirectories(home.resolve(place));
      Files.writeString(directory.resolve("config"), config);
    }
  }

  private String fetch(Path home, String url) throws Exception {
    Path store = root.resolve("store-" + home.getFileName() + (url.startsWith("file") ? 1 : 2));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Duser.home=" + home, "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Program.class.getName(), url, store.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("xdg").toString());
    if (Files.exists(home.resolve(".gitconfig"))) {
      builder.environment().put("GIT_CONFIG_GLOBAL", home.resolve(".gitconfig").toString());
      builder.environment().put("GIT_SSH_COMMAND", "touch " + root.resolve("executed"));
    }
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return printed.strip();
  }

  private static Map<String, String> contents(Path home) throws Exception {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> below = Files.walk(home)) {
      for (Path path : below.toList()) {
        contents.put(path.toString(), Files.isRegularFile(path) ? Files.readString(path) : "");
      }
    }
    return contents;
  }
}
