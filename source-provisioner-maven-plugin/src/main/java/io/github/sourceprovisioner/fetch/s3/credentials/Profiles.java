package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The profiles in {@code ~/.aws/config} and {@code ~/.aws/credentials}; what the latter says about
 * a profile wins.
 *
 * @param profiles by name
 * @param sessions the {@code sso-session} sections by name
 */
record Profiles(Map<String, Profile> profiles, Map<String, Map<String, String>> sessions) {

  private static final long LONGEST = 1 << 20;
  private static final String PROFILE = "profile ";
  private static final String SESSION = "sso-session ";

  /**
   * What a profile says.
   *
   * @param settings by name, in lower case; may hold secrets
   */
  record Profile(String name, Map<String, String> settings) {

    /** A setting that is not empty. */
    Optional<String> value(String setting) {
      return Optional.ofNullable(settings.get(setting)).filter(value -> !value.isEmpty());
    }

    /** Names the profile without what is in it. */
    @Override
    public String toString() {
      return "the profile " + name;
    }
  }

  /** Reads the files of a machine; one that is missing is as good as an empty one. */
  static Profiles read(Machine machine) throws IOException {
    Path directory = machine.home().resolve(".aws");
    Map<String, Map<String, String>> profiles = new LinkedHashMap<>();
    Map<String, Map<String, String>> sessions = new LinkedHashMap<>();
    String config = text(machine, "AWS_CONFIG_FILE", directory.resolve("config"));
    IniFile.parse(config)
        .forEach(
            (section, settings) -> {
              if (section.startsWith(SESSION)) {
                sessions.put(section.substring(SESSION.length()), settings);
              } else if (section.equals("default") || section.startsWith(PROFILE)) {
                profiles.put(section.replaceFirst("^" + PROFILE, ""), settings);
              }
            });
    String credentials =
        text(machine, "AWS_SHARED_CREDENTIALS_FILE", directory.resolve("credentials"));
    IniFile.parse(credentials)
        .forEach(
            (section, settings) ->
                profiles.computeIfAbsent(section, any -> new LinkedHashMap<>()).putAll(settings));
    Map<String, Profile> named = new LinkedHashMap<>();
    profiles.forEach((name, settings) -> named.put(name, new Profile(name, settings)));
    return new Profiles(named, sessions);
  }

  /** A profile, if there is one of that name. */
  Optional<Profile> find(String name) {
    return Optional.ofNullable(profiles.get(name));
  }

  /**
   * A profile that somebody names.
   *
   * @throws AccessDenied if there is none; the advice names those that there are
   */
  Profile require(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new AccessDenied(
                    Problem.of("there is no profile " + name + " in ~/.aws/config")
                        .advise(
                            profiles.isEmpty()
                                ? "make one with aws configure"
                                : "pick one of " + String.join(", ", profiles.keySet()))));
  }

  private static String text(Machine machine, String variable, Path usual) throws IOException {
    Path file = machine.value(variable).flatMap(Profiles::path).orElse(usual);
    if (!Files.isRegularFile(file)) {
      return "";
    }
    if (!Files.isReadable(file) || Files.size(file) > LONGEST) {
      throw new AccessDenied(
          Problem.of("the file with AWS profiles cannot be read: " + file.getFileName())
              .advise("check its rights, or name another one with " + variable));
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
