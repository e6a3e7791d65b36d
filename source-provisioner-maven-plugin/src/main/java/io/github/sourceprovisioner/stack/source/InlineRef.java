package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code ref} parameter of a URI, which must not say another thing than {@code version}. */
final class InlineRef {

  private static final Pattern REF = Pattern.compile("[?&]ref=([^&#]*)");

  private InlineRef() {}

  /**
   * Refuses a URI whose {@code ref} is not the version. The two often come from different files, so
   * that letting either win would surprise somebody.
   */
  static void mustAgree(Section.Text uri, Section.Text version) {
    Matcher ref = REF.matcher(uri.value());
    if (ref.find() && !says(ref.group(1), version.value())) {
      throw new InvalidStack(
          Problem.of(
                  "the version at "
                      + version.position()
                      + " and the ref in the uri at "
                      + uri.position()
                      + " do not agree")
              .at(version.position())
              .advise("keep one of the two: remove '?ref=' from the uri, or remove 'version'"));
    }
  }

  private static boolean says(String ref, String version) {
    if (ref.equals(version)) {
      return true;
    }
    try {
      return URLDecoder.decode(ref, StandardCharsets.UTF_8).equals(version);
    } catch (IllegalArgumentException malformedEscape) {
      return false;
    }
  }
}
