package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.model.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * What the contract needs to know of a scheme: a small upstream, preferably a real server on
 * loopback that is started before each test, with a way through which transfers come to grief.
 */
abstract class FetcherUpstream {

  /** What no host knows. */
  protected static final Credential WRONG =
      new Credential("<server> of-the-contract", "ann", "S3CR3T-of-the-contract");

  /** A text of one file, which no transfer gets past that is meant to break or to hang. */
  protected static final String MARK = "half-of-the-way";

  private Path root = Path.of("");

  /** A fetcher as a run makes it; asked for when the upstream is ready. */
  protected abstract Fetcher fetcher();

  /**
   * Puts files upstream.
   *
   * @param name of the place; the coordinates of two names differ
   * @param files content by path; {@code x:} before a path means that the file is executable
   * @return the root of the files, by a name that may mean something else tomorrow
   */
  protected abstract SourceLocation serve(String name, Map<String, String> files) throws Exception;

  /** Puts files upstream; the location names their content itself: a commit id, a digest. */
  protected abstract SourceLocation pinned(Map<String, String> files) throws Exception;

  /** A place on a host that answers, with nothing in it. */
  protected abstract SourceLocation missing() throws Exception;

  /** A place whose host refuses {@link #WRONG}, and says so each time that it is shown. */
  protected abstract SourceLocation refusing(Runnable refused) throws Exception;

  /** Puts files upstream; every connection breaks after {@link #MARK}, and says so. */
  protected abstract SourceLocation breaking(Map<String, String> files, Runnable broken)
      throws Exception;

  /** Puts files upstream; every connection falls silent after {@link #MARK}, and says so. */
  protected abstract SourceLocation hanging(Map<String, String> files, Runnable silent)
      throws Exception;

  /** Ends the upstream; may be called twice. */
  protected abstract void stop() throws Exception;

  /** What the upstream wants to see from whoever reads what is served; empty means nothing. */
  protected Optional<Credential> credential() {
    return Optional.empty();
  }

  /** Whether the scheme knows which files are executable. */
  protected boolean keepsModes() {
    return true;
  }

  /** Thrown to leave out what makes no sense for a scheme, with the reason. */
  protected static TestAbortedException leftOut(String reason) {
    return new TestAbortedException(reason);
  }

  /** A directory for the upstream. */
  protected final Path upstream() {
    return root.resolve("upstream");
  }

  @BeforeEach
  final void makeRoom(@TempDir Path directory) throws IOException {
    root = directory.toRealPath();
    Files.createDirectories(upstream());
  }

  @AfterEach
  final void stopUpstream() throws Exception {
    stop();
  }

  /** A fetcher's caller in a run of its own. */
  final Caller caller(String run) throws IOException {
    return new Caller(fetcher(), directory(run), credential());
  }

  /** A directory of the test; the one without a name holds all others. */
  final Path directory(String name) {
    return root.resolve(name);
  }

  /** What a fetcher brings of files that were served: letter and path to content. */
  final Map<String, String> expected(Map<String, String> files) {
    Map<String, String> expected = new TreeMap<>();
    files.forEach(
        (path, content) -> {
          boolean marked = path.startsWith("x:");
          String letter = marked && keepsModes() ? "x:" : "f:";
          expected.put(letter + (marked ? path.substring(2) : path), content);
        });
    return expected;
  }

  /** A subdirectory of a place. */
  static SourceLocation below(SourceLocation place, String subdir) {
    return new SourceLocation(
        place.scheme(),
        place.url(),
        place.ref(),
        subdir,
        place.archive(),
        place.checksum(),
        place.parameters(),
        place.coordinates());
  }
}
