package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.ScpForm;
import java.util.List;
import java.util.Optional;

/** Sources in the form {@code user@host:path}. The user may not be missing. */
final class ShortSsh {

  private ShortSsh() {}

  static boolean matches(String place) {
    return form(place).isPresent();
  }

  /** The same place as an ssh URL; empty if it is written in another form. */
  static Optional<String> url(String place, Refusals refusals) {
    return form(place).map(form -> url(form, refusals));
  }

  private static String url(ScpForm form, Refusals refusals) {
    if (form.path().startsWith("-")) {
      throw refusals.invalid("a path that starts with '-'", "write the path of the repository");
    }
    return "ssh://"
        + Percent.encode(form.user().orElseThrow())
        + "@"
        + form.host()
        + PathSegments.encode(List.of(form.path().split("/")));
  }

  private static Optional<ScpForm> form(String place) {
    return ScpForm.of(place).filter(form -> form.user().isPresent());
  }
}
