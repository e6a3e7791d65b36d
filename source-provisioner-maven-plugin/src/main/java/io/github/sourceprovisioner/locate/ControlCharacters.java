package io.github.sourceprovisioner.locate;

import java.util.regex.Pattern;

/**
 * Refuses what can fool a log, a header or a credential lookup (CVE-2020-5260, CVE-2020-11008,
 * CVE-2024-52006): control characters, also percent-encoded, and line separators.
 */
final class ControlCharacters {

  private static final Pattern RAW = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
  private static final Pattern ENCODED = Pattern.compile("%([01][0-9A-Fa-f]|7[Ff])");

  private ControlCharacters() {}

  /** Nothing happens if the text, decoded or not, has none. */
  static void refuse(String text, Refusals refusals) {
    if (RAW.matcher(text).find() || ENCODED.matcher(text).find()) {
      throw refusals.invalid(
          "a control character", "remove line breaks, tabs and %00 to %1f from it");
    }
  }
}
