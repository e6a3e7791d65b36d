package io.github.sourceprovisioner.model;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with checksums as the tools of GNU ({@code hex name}, {@code hex *name}) and BSD ({@code
 * SHA256 (name) = hex}) write them, or with a single checksum and no name. Of several for one file
 * the strongest counts; go-getter takes the first, and a line with spaces in its name for any file.
 */
public final class ChecksumFile {

  private static final Pattern GNU = Pattern.compile("([0-9a-fA-F]{64,128})\\s+[*?]?(.+)");
  private static final Pattern BSD =
      Pattern.compile("SHA(256|512) \\((.+)\\) = ([0-9a-f]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE = Pattern.compile("[0-9a-fA-F]{64}|[0-9a-fA-F]{128}");
  private static final int SHA256_DIGITS = 64;
  private static final int SHA512_DIGITS = 128;

  private ChecksumFile() {}

  /**
   * The checksum of a file in lower-case hex: 64 digits of SHA-256 or 128 of SHA-512.
   *
   * @throws SourceNotFound if there is none
   */
  public static String find(String text, String file) {
    List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.size() == 1 && BARE.matcher(lines.get(0)).matches()) {
      return lines.get(0).toLowerCase(Locale.ROOT);
    }
    return lines.stream()
        .map(line -> of(line, file))
        .flatMap(Optional::stream)
        .filter(hex -> hex.length() == SHA256_DIGITS || hex.length() == SHA512_DIGITS)
        .max(Comparator.comparingInt(String::length))
        .orElseThrow(() -> absent(file));
  }

  private static Optional<String> of(String line, String file) {
    Matcher bsd = BSD.matcher(line);
    if (bsd.matches()) {
      boolean whole = bsd.group(3).length() * 4 == Integer.parseInt(bsd.group(1));
      return whole && isName(bsd.group(2), file)
          ? Optional.of(lower(bsd.group(3)))
          : Optional.empty();
    }
    Matcher gnu = GNU.matcher(line);
    return gnu.matches() && isName(gnu.group(2), file)
        ? Optional.of(lower(gnu.group(1)))
        : Optional.empty();
  }

  private static boolean isName(String written, String file) {
    return written.equals(file) || written.equals("./" + file);
  }

  private static String lower(String hex) {
    return hex.toLowerCase(Locale.ROOT);
  }

  private static SourceNotFound absent(String file) {
    return new SourceNotFound(
        Problem.of("the checksum file has no sha256 or sha512 for " + Redaction.redact(file))
            .advise("look into it: a line must hold the checksum and exactly that name")
            .advise("write the checksum itself: checksum=sha256:<64 hex digits>"));
  }
}
