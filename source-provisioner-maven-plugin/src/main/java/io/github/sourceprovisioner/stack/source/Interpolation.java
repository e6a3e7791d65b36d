package io.github.sourceprovisioner.stack.source;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces Maven properties. A property that nobody knows stays as it is written; {@code $${name}}
 * is the way to write {@code ${name}} itself. A value is not looked at again.
 *
 * @param properties name to value
 */
record Interpolation(Function<String, Optional<String>> properties) {

  private static final Pattern PROPERTY = Pattern.compile("\\$?\\$\\{([^{}]+)\\}");

  /** Leaves every text as it is. */
  static final Interpolation NONE = new Interpolation(name -> Optional.empty());

  String apply(String text) {
    return PROPERTY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(replacement(m.group())));
  }

  private String replacement(String match) {
    if (match.startsWith("$$")) {
      return match.substring(1);
    }
    return properties.apply(match.substring(2, match.length() - 1)).orElse(match);
  }
}
