package io.github.sourceprovisioner.web.checksum;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with one digest a line, as {@code sha256sum} writes it ({@code hex name}), as BSD does
 * ({@code SHA256 (name) = hex}), or a digest alone. What is none of them says nothing. Where
 * several lines are about one file, the strongest algorithm counts; go-getter takes the first, and
 * takes lines with odd names for digests of any file.
 *
 * @param text the whole file
 */
record ChecksumFile(String text) {

  private static final Pattern GNU = Pattern.compile("([0-9a-fA-F]{32,128})\\s+[*?]?(\\S.*)");
  private static final Pattern BSD = Pattern.compile("(\\w+) \\((.+)\\) = ([0-9a-fA-F]+)");

  /** The digest of a file; empty if no line is about it. */
  Optional<Digest> find(String name) {
    return text.lines()
        .map(String::strip)
        .flatMap(line -> line(line, name).stream())
        .max(Comparator.comparing(Digest::algorithm));
  }

  private static Optional<Digest> line(String line, String name) {
    Matcher bsd = BSD.matcher(line);
    if (bsd.matches()) {
      return isSame(bsd.group(2), name)
          ? Digest.named(bsd.group(1), bsd.group(3))
          : Optional.empty();
    }
    Matcher gnu = GNU.matcher(line);
    if (gnu.matches()) {
      return isSame(gnu.group(2), name) ? Digest.bare(gnu.group(1)) : Optional.empty();
    }
    return Digest.bare(line);
  }

  private static boolean isSame(String written, String name) {
    return written.equals(name) || written.equals("./" + name);
  }
}
