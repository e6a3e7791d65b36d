package io.github.sourceprovisioner.fetch.git;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The short form of ssh URLs that git configurations use: {@code user@host:path}. */
final class ScpForm {

  private static final Pattern SHORT = Pattern.compile("((?:[^@/:]+@)?[^@/:]+):(?!//)/?(.+)");

  private ScpForm() {}

  /** The URL that the short form stands for; anything else as it is. */
  static String url(String written) {
    Matcher matcher = SHORT.matcher(written);
    return matcher.matches() ? "ssh://" + matcher.group(1) + "/" + matcher.group(2) : written;
  }
}
