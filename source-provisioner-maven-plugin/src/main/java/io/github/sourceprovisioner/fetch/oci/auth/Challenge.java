package io.github.sourceprovisioner.fetch.oci.auth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a registry wants to be convinced (RFC 9110, 11.6.1).
 *
 * @param scheme in lower case
 * @param parameters by name in lower case; the first of a name counts
 */
record Challenge(String scheme, Map<String, String> parameters) {

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  /** A parameter, else a scheme. */
  private static final Pattern WORD =
      Pattern.compile(
          "\\G[\\s,]*(?:(%1$s)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(%1$s))|(%1$s)(?=[\\s,]|$))"
              .formatted(TOKEN));

  /** What is longer is no challenge. */
  private static final int LONGEST = 8192;

  Challenge {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
  }

  /** The challenges in the values of {@code WWW-Authenticate}; what cannot be read ends a value. */
  static List<Challenge> all(List<String> values) {
    List<Challenge> found = new ArrayList<>();
    for (String value : values) {
      if (value.length() <= LONGEST) {
        read(value, found);
      }
    }
    return found;
  }

  /** The first of a scheme. */
  static Optional<Challenge> find(List<Challenge> all, String scheme) {
    return all.stream().filter(challenge -> challenge.scheme().equals(scheme)).findFirst();
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
  }

  private static void read(String value, List<Challenge> found) {
    Matcher word = WORD.matcher(value);
    Optional<String> scheme = Optional.empty();
    Map<String, String> parameters = new TreeMap<>();
    while (word.find()) {
      if (word.group(1) == null) {
        scheme.ifPresent(s -> found.add(new Challenge(s, parameters)));
        scheme = Optional.of(word.group(4).toLowerCase(Locale.ROOT));
        parameters.clear();
      } else {
        parameters.putIfAbsent(word.group(1).toLowerCase(Locale.ROOT), text(word));
      }
    }
    scheme.ifPresent(s -> found.add(new Challenge(s, parameters)));
  }

  private static String text(Matcher word) {
    return word.group(3) == null ? word.group(2).replaceAll("\\\\(.)", "$1") : word.group(3);
  }
}
