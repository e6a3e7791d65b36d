package io.github.sourceprovisioner.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The short form of ssh URLs, {@code user@host:path}, which has no port and whose path is not
 * encoded.
 *
 * @param user empty where the form names none, as git configurations may write it
 * @param host a name, or an address in brackets
 * @param path without the slash that it may start with
 */
public record ScpForm(Optional<String> user, String host, String path) {

  private static final Pattern FORM =
      Pattern.compile("(?:([^@/:]+)@)?(\\[[^\\]/]+]|[^:/@\\[]+):(.+)");

  /** What a text of this form says; empty for any other, such as a URL. */
  public static Optional<ScpForm> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches() || (form.group(1) == null && form.group(3).startsWith("//"))) {
      return Optional.empty();
    }
    String path = form.group(3);
    return Optional.of(
        new ScpForm(
            Optional.ofNullable(form.group(1)),
            form.group(2),
            path.length() > 1 && path.startsWith("/") ? path.substring(1) : path));
  }
}
