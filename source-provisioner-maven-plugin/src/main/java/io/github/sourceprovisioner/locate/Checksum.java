package io.github.sourceprovisioner.locate;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code checksum} parameter: {@code hex}, {@code type:hex} or {@code file:place}. */
final class Checksum {

  private static final Map<String, Integer> DIGITS =
      Map.of("md5", 32, "sha1", 40, "sha256", 64, "sha512", 128);

  private static final String ADVICE =
      "write checksum=sha256:<64 hex digits>; md5, sha1, sha512 and file:<URL> are known, too";

  private static final Set<String> FILE_SCHEMES = Set.of("http", "https", "file");

  private Checksum() {}

  /** {@code type:hex} in lower case, or {@code file:} and a full URL; empty if none is given. */
  static Optional<String> of(Reading reading) {
    if (!reading.query().has("checksum")) {
      return Optional.empty();
    }
    String written = reading.query().value("checksum").orElse("");
    if (written.isEmpty()) {
      throw reading.invalid("an empty parameter 'checksum'", ADVICE);
    }
    return Optional.of(
        written.startsWith("file:") ? file(written.substring(5), reading) : hex(written, reading));
  }

  private static String hex(String written, Reading reading) {
    int colon = written.indexOf(':');
    String digits = written.substring(colon + 1).toLowerCase(Locale.ROOT);
    String type =
        colon < 0 ? typeOf(digits, reading) : written.substring(0, colon).toLowerCase(Locale.ROOT);
    Integer length = DIGITS.get(type);
    if (length == null) {
      throw reading.invalid("an unknown type in the parameter 'checksum'", ADVICE);
    }
    if (digits.length() != length || !digits.matches("[0-9a-f]+")) {
      throw reading.invalid(
          "a parameter 'checksum' that is not " + length + " hex digits of " + type, ADVICE);
    }
    return type + ":" + digits;
  }

  private static String typeOf(String digits, Reading reading) {
    return DIGITS.entrySet().stream()
        .filter(type -> type.getValue() == digits.length())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> reading.invalid("a parameter 'checksum' of unknown length", ADVICE));
  }

  /** A relative place means the directory of the manifest, so that the location is complete. */
  private static String file(String place, Reading reading) {
    if (!place.contains("://") || place.startsWith("file:")) {
      return "file:" + LocalPath.of(place, reading).url();
    }
    Address address = Address.of(place, FILE_SCHEMES, reading.refusals());
    if (!address.userInfo().equals(UserInfo.NONE) || place.indexOf('?') >= 0) {
      throw reading.invalid(
          "a user or a query in the URL of the checksum file",
          "put the checksum itself into the parameter");
    }
    return "file:" + address;
  }
}
