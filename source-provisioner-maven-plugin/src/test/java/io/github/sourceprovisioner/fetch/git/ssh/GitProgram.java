package io.github.sourceprovisioner.fetch.git.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;

/** Runs commands by a real shell, with git in it, in a home directory full of repositories. */
final class GitProgram implements EmbeddedHost.Program {

  final List<String> offers = new CopyOnWriteArrayList<>();
  private final Path directory;

  /** Skips the test where git is not installed, except where everything has to be there. */
  GitProgram(Path directory) {
    this.directory = directory;
    boolean installed = isInstalled();
    if ("true".equals(System.getenv("CI"))) {
      assertThat(installed).as("git-upload-pack, which comes with git").isTrue();
    }
    assumeTrue(installed, "git is not installed");
  }

  /** Makes a bare repository with one commit on its main branch. */
  String repository(String name) throws IOException {
    try (FileRepository repository = new FileRepository(directory.resolve(name).toFile());
        ObjectInserter inserter = repository.newObjectInserter()) {
      repository.create(true);
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(inserter.insert(new TreeFormatter()));
      commit.setAuthor(new PersonIdent("t", "t@example.com"));
      commit.setCommitter(commit.getAuthor());
      commit.setMessage("m");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = repository.updateRef("refs/heads/main");
      update.setNewObjectId(id);
      update.update();
      return id.name();
    }
  }

  @Override
  public int run(EmbeddedHost.Call call) throws Exception {
    ProcessBuilder shell = new ProcessBuilder("sh", "-c", call.command());
    Map<String, String> environment = shell.environment();
    environment.put("HOME", directory.toString());
    environment.put("XDG_CONFIG_HOME", directory.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    String offer = call.environment().getOrDefault("GIT_PROTOCOL", "");
    offers.add(offer);
    environment.put("GIT_PROTOCOL", offer);
    Process process = shell.start();
    pump(call.in(), process.getOutputStream());
    copy(process.getInputStream(), call.out());
    process.getErrorStream().transferTo(call.err());
    return process.waitFor();
  }

  private static void pump(InputStream from, OutputStream to) {
    Thread thread =
        new Thread(
            () -> {
              try (to) {
                copy(from, to);
              } catch (IOException ended) {
                Thread.currentThread().interrupt();
              }
            },
            "git's ear");
    thread.setDaemon(true);
    thread.start();
  }

  /** Whoever waits for an answer needs every piece of it at once. */
  private static void copy(InputStream from, OutputStream to) throws IOException {
    byte[] piece = new byte[8192];
    for (int count = from.read(piece); count >= 0; count = from.read(piece)) {
      to.write(piece, 0, count);
      to.flush();
    }
  }

  private static boolean isInstalled() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException none) {
      return false;
    }
  }
}
