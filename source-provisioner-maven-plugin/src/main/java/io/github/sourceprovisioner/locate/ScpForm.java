package io.github.sourceprovisioner.locate;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form {@code user@host:path}, which has no port and whose path is not encoded. */
final class ScpForm {

  private static final Pattern FORM = Pattern.compile("([^@/:]+)@(\\[[^\\]/]+]|[^:/@\\[]+):/?(.+)");

  private ScpForm() {}

  static boolean matches(String place) {
    return FORM.matcher(place).matches();
  }

  /** The same place as an ssh URL; empty if it is written in another form. */
  static Optional<String> url(String place, Refusals refusals) {
    Matcher form = FORM.matcher(place);
    if (!form.matches()) {
      return Optional.empty();
    }
    String path = form.group(3);
    if (path.startsWith("-")) {
      throw refusals.invalid("a path that starts with '-'", "write the path of the repository");
    }
    return Optional.of(
        "ssh://"
            + Percent.encode(form.group(1))
            + "@"
            + form.group(2)
            + PathSegments.encode(List.of(path.split("/"))));
  }
}
