package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.PathSegment;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Keeps what is not ours to delete, and tells the user where. */
final class Asides {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Site site;

  Asides(Site site) {
    this.site = site;
  }

  /** Moves a directory aside under a name that nothing has yet. */
  void keep(String name, Path directory) throws IOException {
    String stamped = PathSegment.encode(name) + "-" + STAMP.format(site.clock().instant());
    Path kept = move(directory, stamped);
    site.console().warn("The old workdir is kept at " + kept + "; delete it when you are done");
  }

  /** The state may be on another file system than the workdirs: then it stays on theirs. */
  private Path move(Path directory, String name) throws IOException {
    try {
      return move(directory, site.layout().asides(), name);
    } catch (FileSystemException e) {
      return move(directory, site.layout().workdirRoot().resolve(".aside"), name);
    }
  }

  private static Path move(Path directory, Path parent, String name) throws IOException {
    Modes.directories(parent);
    Path free = parent.resolve(name);
    for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
      free = parent.resolve(name + "-" + i);
    }
    return Files.move(directory, free);
  }
}
