package io.github.sourceprovisioner.fetch.oci.auth;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a token may do: read one repository (distribution specification, "Token Scope"). */
final class Scope {

  /**
   * What a registry may ask us to ask for: anything more would be a token that is worth stealing.
   */
  private static final Pattern READING =
      Pattern.compile(
          "repository(\\([a-z]+\\))?:[^\\s:]+:(pull|metadata_read)(,(pull|metadata_read))*");

  private Scope() {}

  /**
   * The scope to ask for.
   *
   * @param challenged what the registry says; a registry may know a repository by another name
   * @param repository its name
   */
  static String of(Optional<String> challenged, String repository) {
    return challenged
        .filter(scope -> READING.matcher(scope).matches())
        .orElse("repository:" + repository + ":pull");
  }
}
