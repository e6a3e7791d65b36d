package io.github.sourceprovisioner.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder below {@code src/test/resources/stacks} is a project in {@code input} and what it
 * must come out as in {@code expected.yaml}.
 */
class StackCasesTest {

  private static final Path CASES = Path.of("src/test/resources/stacks");

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aProjectComesOutAsItsExpectationSays(Path folder) throws IOException {
    StackLoader loader = new StackLoader(ProjectFixture.TYPES, Map.of("REGION", "eu-west-1"));
    StackRoots roots = new StackRoots(folder.resolve("input").toAbsolutePath(), Optional.empty());

    String actual = StacksText.of(loader.load(roots));

    assertThat(actual).isEqualTo(Files.readString(folder.resolve("expected.yaml")));
  }
}
