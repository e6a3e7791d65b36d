package io.github.sourceprovisioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What reviewers would otherwise have to count. */
class HouseRulesTest {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TEST = Path.of("src/test/java");

  private static final int FILE_LINES = 200;
  private static final int METHOD_LINES = 25;
  private static final int PARAMETERS = 4;

  /** In two parts, or this file would break its own rule. */
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

  private static final Pattern NO_CONCEPT =
      Pattern.compile(".*(Utils?|Helpers?|Managers?)\\.java|Abstract.*");

  @Test
  void aFileIsShort() throws IOException {
    for (Path file : sources(MAIN, TEST)) {
      assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(FILE_LINES);
    }
  }

  @Test
  void aNameSaysTheConcept() throws IOException {
    assertThat(sources(MAIN, TEST))
        .extracting(file -> file.getFileName().toString())
        .noneMatch(name -> NO_CONCEPT.matcher(name).matches());
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    for (Path file : sources(MAIN, TEST)) {
      assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(UNFINISHED);
    }
  }

  @Test
  void everyPackageSaysWhatItIsForAndKnowsNoNull() throws IOException {
    for (Path directory : sources(MAIN).stream().map(Path::getParent).distinct().toList()) {
      assertThat(directory.resolve("package-info.java"))
          .content()
          .startsWith("/**")
          .contains("@NullMarked");
    }
  }

  @Test
  void aMethodIsShortAndTakesFewParameters() throws IOException {
    List<MethodShape> shapes = MethodShape.of(sources(MAIN));

    assertThat(shapes).hasSizeGreaterThan(500);
    assertThat(shapes).filteredOn(shape -> shape.lines() > METHOD_LINES).isEmpty();
    assertThat(shapes).filteredOn(shape -> shape.parameters() > PARAMETERS).isEmpty();
  }

  private static List<Path> sources(Path... roots) throws IOException {
    Stream<Path> all = Stream.empty();
    for (Path root : roots) {
      try (Stream<Path> below = Files.walk(root)) {
        List<Path> files = below.filter(file -> file.toString().endsWith(".java")).toList();
        all = Stream.concat(all, files.stream());
      }
    }
    return all.toList();
  }
}
