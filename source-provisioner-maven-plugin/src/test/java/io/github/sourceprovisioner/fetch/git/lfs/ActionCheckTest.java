package io.github.sourceprovisioner.fetch.git.lfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionCheckTest {

  private final ActionCheck check = check("https://h.example/r", false);

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nHost: evil", "a\n", "a\u0000", "\u00e9", "\u007f"})
  void aValueThatCouldBeMoreThanOneHeaderIsRefused(String value) {
    assertHeadersRefused(Map.of("Authorization", value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "a\r\nb", "Proxy-Authorization", "proxy-connection"})
  void aNameThatIsNoneOrForAProxyIsRefused(String name) {
    assertHeadersRefused(Map.of(name, "x"));
  }

  @Test
  void headersThatAreNoTextOrTooMuchAreRefused() {
    assertHeadersRefused(Map.of("a", 1L));
    assertHeadersRefused(Map.of("a", "x".repeat(8193)));
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < 21; i++) {
      many.put("a" + i, "x");
    }
    assertThatThrownBy(() -> check.headers(many)).hasMessage("more than 20 headers");
  }

  @Test
  void headersOfTheConnectionAreLeftToIt() {
    assertThat(
            check.headers(
                Map.of("Authorization", "x", "Host", "evil", "transfer-encoding", "chunked")))
        .containsOnly(Map.entry("Authorization", "x"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/r, http://h.example/x",
    "https://h.example/r, http://localhost/x",
    "http://localhost/r, http://h.example/x",
    "http://localhost/r, http://127.0.0.1.evil.example/x",
  })
  void trustNeverFallsOnTheWay(String repository, String href) {
    assertThatThrownBy(() -> check(repository, false).href(href))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("http://, which anyone on the way can read and change");
    assertThat(check(repository, true).href(href)).isEqualTo(URI.create(href));
  }

  @Test
  void aUrlWithoutEndIsRefused() {
    assertThatThrownBy(() -> check.href("https://h/" + "x".repeat(8192)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherHostIsFineAndItsSecretsAreNotShown() {
    String href = "https://store.example/x?X-Amz-Signature=s3cret";
    DownloadAction action =
        new DownloadAction(check.href(href), Map.of("a", "t0ken"), Optional.empty());
    assertThat(action.request().uri()).isEqualTo(URI.create(href));
    assertThat(action).hasToString("download from store.example");
  }

  private static ActionCheck check(String repository, boolean insecureAllowed) {
    return new ActionCheck(LfsEndpoint.of(repository), insecureAllowed);
  }

  private void assertHeadersRefused(Map<?, ?> headers) {
    assertThatThrownBy(() -> check.headers(headers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a header that is not well-formed");
  }
}
