package io.github.sourceprovisioner.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line. */
record Options(Map<String, String> values) {

  static final String USAGE =
      """
      run [--repository BARE.git] [--figures NAME,...] [--rounds N] [--output FILE]
          [--round-trip MILLISECONDS] [--bandwidth MEGABITS]
      """;

  private static final Set<String> KNOWN =
      Set.of(
          "--repository",
          "--figures",
          "--rounds",
          "--output",
          "--round-trip",
          "--bandwidth",
          "--local-repository",
          "--scratch");

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException if an option is unknown or lacks its value
   */
  static Options parse(String... words) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      if (!KNOWN.contains(words[i]) || i + 1 == words.length) {
        throw new IllegalArgumentException("not understood: " + words[i]);
      }
      values.put(words[i], words[i + 1]);
    }
    return new Options(values);
  }

  Optional<Path> repository() {
    return Optional.ofNullable(values.get("--repository")).map(Options::absolute);
  }

  Optional<Path> output() {
    return Optional.ofNullable(values.get("--output")).map(Options::absolute);
  }

  /** Empty means all. */
  List<String> figures() {
    return Arrays.stream(text("--figures", "").split(",")).filter(n -> !n.isBlank()).toList();
  }

  int rounds() {
    return Integer.parseInt(text("--rounds", "5"));
  }

  Duration roundTrip() {
    return Duration.ofMillis(Long.parseLong(text("--round-trip", "50")));
  }

  long bitsPerSecond() {
    return Long.parseLong(text("--bandwidth", "50")) * 1_000_000;
  }

  Path localRepository() {
    return absolute(text("--local-repository", "target/local-repo"));
  }

  Path scratch() {
    return absolute(text("--scratch", "target/benchmark"));
  }

  private String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }
}
