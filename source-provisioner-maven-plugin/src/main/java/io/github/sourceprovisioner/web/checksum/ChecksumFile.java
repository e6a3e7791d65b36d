package io.github.sourceprovisioner.web.checksum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with one digest a line, as {@code sha256sum} writes it ({@code hex name}) or as BSD does
 * ({@code SHA256 (name) = hex}), or with a single digest and no name. What is none of them says
 * nothing. Where several lines are about one file, the strongest algorithm counts; go-getter takes
 * the first, and takes lines with odd names for digests of any file.
 *
 * @param text the whole file
 */
record ChecksumFile(String text) {

  private static final Pattern GNU = Pattern.compile("([0-9a-fA-F]+)\\s+[*?]?(\\S.*)");
  private static final Pattern BSD =
      Pattern.compile("SHA(256|512) \\((.+)\\) = ([0-9a-f]+)", Pattern.CASE_INSENSITIVE);

  private static final int BITS_OF_A_DIGIT = 4;

  /** The digest of a file; empty if no line is about it. */
  Optional<Digest> find(String name) {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    Optional<Digest> alone = lines.size() == 1 ? Digest.of(lines.get(0)) : Optional.empty();
    return alone.isPresent()
        ? alone
        : lines.stream()
            .flatMap(line -> line(line, name).stream())
            .max(Comparator.comparingInt(digest -> digest.hex().length()));
  }

  private static Optional<Digest> line(String line, String name) {
    Matcher bsd = BSD.matcher(line);
    if (bsd.matches()) {
      boolean whole = bsd.group(3).length() * BITS_OF_A_DIGIT == Integer.parseInt(bsd.group(1));
      return whole && isSame(bsd.group(2), name) ? Digest.of(bsd.group(3)) : Optional.empty();
    }
    Matcher gnu = GNU.matcher(line);
    return gnu.matches() && isSame(gnu.group(2), name) ? Digest.of(gnu.group(1)) : Optional.empty();
  }

  private static boolean isSame(String written, String name) {
    return written.equals(name) || written.equals("./" + name);
  }
}
