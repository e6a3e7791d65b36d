package io.github.sourceprovisioner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What contributors are shown is what the stories compile and run. */
class CookbookTest {

  private static final Path PAGE = Path.of("../CONTRIBUTING.md");

  private static final Path EXTENSION =
      Path.of("../it/projects/setup-acme-extension/src/main/java/com/acme/provisioning");

  private static final Pattern LISTING =
      Pattern.compile("```java\n(package .*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"AcmeFetcher.java", "AcmeLocator.java"})
  void theCodeOnThePageIsTheCodeOfTheStory(String file) throws IOException {
    List<String> listings =
        LISTING.matcher(Files.readString(PAGE)).results().map(shown -> shown.group(1)).toList();

    assertThat(listings).contains(Files.readString(EXTENSION.resolve(file)));
  }
}
