package io.github.sourceprovisioner.fetch.git.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files count, and what a bad one does. */
class UserConfigurationTest {

  private static final String URL = "https://a.example.com/x";

  private final Path home;

  UserConfigurationTest(@TempDir Path home) {
    this.home = home;
  }

  @Test
  void withoutFilesNothingIsSaid() {
    UserConfiguration nothing = UserConfiguration.read(Map.of(), home);
    assertThat(nothing.rewritten(URL)).isEqualTo(URL);
    assertThat(nothing.proxy(URL)).isEmpty();
    assertThat(nothing.authorities(URL)).isEmpty();
    assertThat(nothing.notes()).isEmpty();
  }

  @Test
  void theFileInTheHomeDirectoryWinsOverTheSharedOne() throws IOException {
    Files.createDirectories(home.resolve(".config/git"));
    Files.writeString(
        home.resolve(".config/git/config"), "[http]\nproxy = shared\nsslCAInfo = /shared.pem\n");
    Files.writeString(home.resolve(".gitconfig"), "[http]\nproxy = own\n");
    UserConfiguration both = UserConfiguration.read(Map.of(), home);
    assertThat(both.proxy(URL).orElseThrow().host()).isEqualTo("own");
    assertThat(both.authorities(URL)).contains(Path.of("/shared.pem"));
  }

  @Test
  void theSharedFileMayBeElsewhere() throws IOException {
    Files.createDirectories(home.resolve("xdg/git"));
    Files.writeString(home.resolve("xdg/git/config"), "[http]\nproxy = shared\n");
    Map<String, String> environment = Map.of("XDG_CONFIG_HOME", home.resolve("xdg").toString());
    assertThat(UserConfiguration.read(environment, home).proxy(URL)).isPresent();
    assertThat(UserConfiguration.read(Map.of(), home).proxy(URL)).isEmpty();
  }

  @Test
  void theFileThatIsNamedReplacesBoth() throws IOException {
    Files.writeString(home.resolve(".gitconfig"), "[http]\nproxy = own\n");
    Path named = Files.writeString(home.resolve("named"), "[http]\nproxy = named\n");
    assertThat(global(named.toString()).proxy(URL).orElseThrow().host()).isEqualTo("named");
    assertThat(global("").proxy(URL)).isEmpty();
    assertThat(global("/dev/null").proxy(URL)).isEmpty();
    assertThat(global("no\0path").proxy(URL)).isEmpty();
  }

  @Test
  void variablesOfGitAreIgnored() {
    Map<String, String> environment =
        Map.of("GIT_SSL_CAINFO", "/x.pem", "GIT_CONFIG_COUNT", "1", "GIT_CONFIG", "/x");
    assertThat(UserConfiguration.read(environment, home).authorities(URL)).isEmpty();
  }

  @Test
  void whatIsIncludedIsNotRead() throws IOException {
    Files.writeString(home.resolve("more"), "[http]\nproxy = more\n");
    Files.writeString(
        home.resolve(".gitconfig"),
        "[include]\npath = %s\n[http]\nsslCAInfo = /own.pem\n".formatted(home.resolve("more")));
    UserConfiguration read = UserConfiguration.read(Map.of(), home);
    assertThat(read.proxy(URL)).isEmpty();
    assertThat(read.authorities(URL)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "[http",
        "[http]\nproxy = a\\q",
        "[http]\nproxy = a\\",
        "[url \"a]\n",
        "\0",
        "secret",
        "[http \"a\\"
      })
  void aFileThatIsNotUnderstoodIsIgnoredAsAWhole(String content) throws IOException {
    Files.writeString(home.resolve(".gitconfig"), "[http]\nproxy = own\n" + content);
    UserConfiguration read = UserConfiguration.read(Map.of(), home);
    assertThat(read.proxy(URL)).isEmpty();
    assertThat(read.notes())
        .containsExactly(note("it cannot be understood"))
        .noneMatch(note -> note.contains("secret"));
  }

  @Test
  void aFileThatIsTooLongOrInAnotherEncodingIsIgnored() throws IOException {
    Files.writeString(home.resolve(".gitconfig"), "\n".repeat((1 << 20) + 1));
    assertThat(UserConfiguration.read(Map.of(), home).notes())
        .containsExactly(note("it is longer than 1 MiB"));
    Files.write(home.resolve(".gitconfig"), "# ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(UserConfiguration.read(Map.of(), home).notes())
        .containsExactly(note("it is not in UTF-8"));
  }

  private String note(String why) {
    return "the git configuration " + home.resolve(".gitconfig") + " is ignored: " + why;
  }

  private UserConfiguration global(String file) {
    return UserConfiguration.read(Map.of("GIT_CONFIG_GLOBAL", file), home);
  }
}
