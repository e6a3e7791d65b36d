package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The user's {@code ~/.ssh/config}, as far as it is safe to follow: {@code HostName}, {@code Port},
 * {@code User}, {@code IdentityFile}, {@code IdentitiesOnly} and {@code IdentityAgent}, in sections
 * of {@code Host}. The first value wins, as with OpenSSH; several identity files add up.
 *
 * <p>Nothing in it can weaken the check of host keys ({@code StrictHostKeyChecking}), run a program
 * ({@code ProxyCommand}, {@code Match exec}) or lead elsewhere ({@code Include}). Sections of
 * {@code Match} do not count, except {@code Match all}.
 */
final class UserConfig {

  private static final Pattern LINE = Pattern.compile("([A-Za-z0-9]+)(?:\\s*=\\s*|\\s+)(.+)");

  private record Option(Predicate<String> hosts, String keyword, String value) {}

  private final List<Option> options;

  private UserConfig(List<Option> options) {
    this.options = options;
  }

  /**
   * Reads a file; one that is not there says nothing.
   *
   * @throws AccessDenied if it is there and cannot be read
   */
  static UserConfig read(Path file) {
    try {
      return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (NoSuchFileException none) {
      return parse("");
    } catch (IOException e) {
      throw new AccessDenied(
          Problem.of("the ssh configuration " + file + " cannot be read")
              .advise("make it a file that you may read")
              .because(e));
    }
  }

  static UserConfig parse(String text) {
    List<Option> options = new ArrayList<>();
    Predicate<String> section = host -> true;
    for (String line : text.lines().map(String::strip).toList()) {
      Matcher matcher = LINE.matcher(line);
      if (line.startsWith("#") || !matcher.matches()) {
        continue;
      }
      String keyword = matcher.group(1).toLowerCase(Locale.ROOT);
      String value = matcher.group(2);
      if (keyword.equals("host")) {
        section = HostPatterns.parse(value);
      } else if (keyword.equals("match")) {
        boolean all = value.equalsIgnoreCase("all");
        section = host -> all;
      } else {
        options.add(new Option(section, keyword, unquoted(value)));
      }
    }
    return new UserConfig(options);
  }

  /** What it says about a host under the name that stands in the URL. */
  HostSettings of(String host) {
    return new HostSettings(
        first(host, "hostname").map(name -> name.replace("%h", host).replace("%%", "%")),
        first(host, "port"),
        first(host, "user"),
        all(host, "identityfile").toList(),
        first(host, "identitiesonly").filter("yes"::equalsIgnoreCase).isPresent(),
        first(host, "identityagent"),
        detour(host));
  }

  private Optional<String> detour(String host) {
    return Stream.of("ProxyJump", "ProxyCommand")
        .filter(
            way ->
                first(host, way.toLowerCase(Locale.ROOT))
                    .filter(to -> !to.equalsIgnoreCase("none"))
                    .isPresent())
        .findFirst();
  }

  private Optional<String> first(String host, String keyword) {
    return all(host, keyword).findFirst();
  }

  private Stream<String> all(String host, String keyword) {
    return options.stream()
        .filter(option -> option.keyword().equals(keyword) && option.hosts().test(host))
        .map(Option::value);
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
