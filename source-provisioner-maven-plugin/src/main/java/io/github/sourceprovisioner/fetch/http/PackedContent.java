package io.github.sourceprovisioner.fetch.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Notices an archive that nobody asked to unpack: its URL does not show that it is one. */
final class PackedContent {

  private static final Pattern MAGIC =
      Pattern.compile("(504b0304|1f8b|425a68|fd377a585a00|28b52ffd).*");

  private PackedContent() {}

  /** What the user should know about the file. */
  static List<String> warnings(Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      String start = HexFormat.of().formatHex(in.readNBytes(6));
      return MAGIC.matcher(start).matches()
          ? List.of(name + " looks like an archive and stays packed; archive=<format> unpacks it")
          : List.of();
    }
  }
}
