package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.spi.FetchContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * What the fetches of submodules may use of what their source may use: a store each, below that of
 * the source; the credential of their own host; and together no more time than the source has.
 */
public final class ModuleContexts {

  /** The directory of the stores, below that of the source. */
  public static final String DIRECTORY = "modules";

  private final FetchContext parent;
  private final InstantSource clock;
  private final Instant deadline;

  /** Starts the time of a source. */
  public ModuleContexts(FetchContext parent, InstantSource clock) {
    this.parent = parent;
    this.clock = clock;
    this.deadline = clock.instant().plus(parent.timeout());
  }

  /**
   * The context of one repository. Its store is {@code modules/<SHA-256 of the URL>} and exists;
   * the same URL has the same store however deep it is nested.
   *
   * @throws TransferFailed if the time is over
   */
  public FetchContext forModule(String url) throws IOException {
    Duration left = Duration.between(clock.instant(), deadline);
    if (left.isZero() || left.isNegative()) {
      throw new TransferFailed(
          Problem.of("the transfer took longer than " + parent.timeout().toSeconds() + " s")
              .advise("raise -Dsource.timeout"));
    }
    return new ModuleContext(parent, url, store(url), left);
  }

  private Path store(String url) throws IOException {
    byte[] digest = TreeDigest.sha256().digest(url.getBytes(StandardCharsets.UTF_8));
    Path modules = directory(parent.store().resolve(DIRECTORY));
    return directory(modules.resolve(HexFormat.of().formatHex(digest)));
  }

  /** What stands in the place of a directory of ours and is none was planted. */
  private static Path directory(Path path) throws IOException {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(path);
      Files.createDirectory(path);
    }
    return path;
  }
}
