package io.github.sourceprovisioner.mojo.maven.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.spi.Credential;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which {@code <server>} is meant by a URL, and which is not. */
class ServersTest {

  private Settings settings = new Settings(Path.of(""));

  @BeforeEach
  void settings(@TempDir Path directory) {
    settings = new Settings(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.example.com/orgB/x.git",
        "https://h.example.com/orgA.git",
        "https://h.example.com/orgAB/x.git",
        "https://h.example.com/ORGA/x.git",
        "https://h.example.com/",
        "https://h.example.com",
        "https://h.example.com:8443/orgA/x.git",
        "http://h.example.com/orgA/x.git",
        "https://h.example.com.evil.com/orgA/x.git",
        "https://evil-h.example.com/orgA/x.git",
        "https://h.evil.com/orgA/x.git",
        "https://h.example.com/orgA/../orgB/x.git",
        "https://h.example.com/orgA/%2e%2E/orgB/x.git",
        "https://h.example.com/orgA/..;v=1/orgB/x.git",
        "https://h.example.com/orgA/..%2ForgB/x.git",
        "https://h.example.com/orgA/..%5CorgB/x.git",
        "https://h.example.com/orgA/%252e%252e/orgB/x.git",
        "https://h.example.com/./orgA/x.git",
        "https://h.example.com//orgA/x.git",
        "https://h.example.com/%6FrgA/x.git",
        "https://h.example.com/x?/orgA/"
      })
  void aServerForAPathIsForNothingElse(String url) {
    settings.password("https://h.example.com/orgA", "secret");
    settings.password("h.example.com/orgA/x", "secret");
    assertThat(credential(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.example.com/orgA",
        "https://h.example.com/orgA/",
        "https://H.Example.COM/orgA/x.git",
        "https://h.example.com:443/orgA/deep/x.git"
      })
  void aServerForAPathIsForWhatIsBelowIt(String url) {
    settings.password("https://H.example.com/orgA/", "secret");
    assertThat(credential(url))
        .contains(new Credential("<server> https://H.example.com/orgA/", "build", "secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example.com/a/b/c, h.example.com/a/b",
    "https://h.example.com/a/b, h.example.com/a/b",
    "https://h.example.com/a/c, https://h.example.com/a",
    "ssh://git@h.example.com/a/c, h.example.com/a",
    "https://h.example.com/a/../b, https://h.example.com",
    "https://h.example.com/b, https://h.example.com",
    "https://h.example.com:8443/a/b, h.example.com:8443",
    "https://h.example.com:9443/a/b, h.example.com",
    "ssh://git@h.example.com/b, h.example.com",
  })
  void theMostExactServerIsTaken(String url, String id) {
    settings.password("h.example.com", "1").password("h.example.com:8443", "2");
    settings.password("https://h.example.com", "3").password("h.example.com/a", "4");
    settings.password("https://h.example.com/a", "5").password("h.example.com/a/b", "6");
    assertThat(credential(url).map(Credential::id)).contains("<server> " + id);
  }

  @Test
  void aHostAloneIsForAllItsPortsAndANumberForOne() {
    settings.password("h.example.com", "any").password("h.example.com:8443", "one");
    assertThat(credential("https://h.example.com:8443/a").map(Credential::password))
        .contains("one");
    assertThat(credential("https://h.example.com:9999/a").map(Credential::password))
        .contains("any");
  }

  @Test
  void aNumberMayBeTheUsualPort() {
    settings.password("h.example.com:443", "secret");
    assertThat(credential("https://h.example.com/a")).isPresent();
    assertThat(credential("http://h.example.com/a")).isEmpty();
  }

  @Test
  void anAddressIsAHost() {
    settings.password("[::1]:8443/a", "six").password("127.0.0.1", "four");
    assertThat(credential("https://[::1]:8443/a/b").map(Credential::password)).contains("six");
    assertThat(credential("http://127.0.0.1:1234/a").map(Credential::password)).contains("four");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://user@h.example.com",
        "h.example.com?a",
        "h.example.com#a",
        "h.example.com:x",
        "h.example.com/a/../b",
        "h.example.com/%2e%2e",
        "a b",
        ""
      })
  void anIdThatIsNoPlaceIsForNoUrl(String id) {
    settings.password(id, "secret");
    assertThat(credential("https://h.example.com/a/b")).isEmpty();
  }

  private Optional<Credential> credential(String url) {
    return settings.access().credential(url, Optional.empty());
  }
}
