package io.github.sourceprovisioner.fetch.git.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which section counts for a URL, and how its values are read. */
class HttpSettingsTest {

  private static final Path HOME = Path.of("/home/me");

  private static final String SECTIONS =
      """
      [HTTP]
        Proxy = all
      [http "https://git.corp"]
        proxy = host
      [http "https://git.corp:8443/"]
        proxy = port
      [http "https://git.corp/team/"]
        proxy = path
      [http "https://*.corp/team/deep"]
        proxy = star
      [http "https://direct.corp"]
        proxy =
      [http "https://me@user.corp"]
        proxy = user
      [http "no url"]
        proxy = nowhere
      [http "https://git.corp/ca"]
        sslCAInfo = /ca.pem
      """;

  @ParameterizedTest
  @CsvSource({
    "https://github.com/a, all",
    "https://GIT.corp/a, host",
    "https://git.corp:443/, host",
    "http://git.corp/a, all",
    "https://git.corp:8443/a, port",
    "https://git.corp/team, path",
    "https://git.corp/team/a, path",
    "https://git.corp/teams/a, host",
    "https://git.corp/team/deep/a, path",
    "https://x.corp/team/deep/a, star",
    "https://a.b.corp/team/deep/a, all",
    "https://corp/team/deep, all",
    "https://user.corp/a, all",
    "https://git.corp/ca/a, host"
  })
  void theMostExactSectionThatSetsAProxyCounts(String url, String proxy) throws Exception {
    assertThat(settings(SECTIONS).proxy(url).map(ProxyServer::host)).contains(proxy);
  }

  @Test
  void anEmptyProxyIsTheDirectWay() throws Exception {
    assertThat(settings(SECTIONS).proxy("https://direct.corp/a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "proxy.corp, proxy.corp, 1080",
    "proxy.corp:3128, proxy.corp, 3128",
    "http://proxy.corp:3128/, proxy.corp, 3128",
    "HTTP://[::1]:3128, [::1], 3128"
  })
  void aProxyMayBeWrittenWithAndWithoutItsScheme(String value, String host, int port) {
    assertThat(ProxyUrl.parse(value)).contains(new ProxyServer(host, port, Optional.empty()));
  }

  @Test
  void aProxyMayHaveALogin() {
    assertThat(ProxyUrl.parse("http://me%40corp:p%3Aa+s@proxy.corp:3128"))
        .flatMap(ProxyServer::credential)
        .contains(new Credential("the git configuration", "me@corp", "p:a+s"));
    assertThat(ProxyUrl.parse("me@proxy.corp").flatMap(ProxyServer::credential))
        .contains(new Credential("the git configuration", "me", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://me:s3cret@proxy.corp",
        "https://proxy.corp",
        "http://",
        "a b",
        ":s3cret"
      })
  void whatIsNoProxyForHttpIsNotedWithoutItsSecret(String value) throws Exception {
    HttpSettings settings = settings("[http]\nproxy = \"" + value + "\"\n");
    assertThat(settings.proxy("https://github.com/a")).isEmpty();
    assertThat(settings.notes())
        .containsExactly("an http.proxy of the git configuration is ignored: no proxy for http");
  }

  @Test
  void authoritiesAreAbsoluteOrInTheHomeDirectory() throws Exception {
    String url = "https://git.corp/ca/a";
    assertThat(settings(SECTIONS).authorities(url)).contains(Path.of("/ca.pem"));
    assertThat(settings(SECTIONS).authorities("https://git.corp/a")).isEmpty();
    assertThat(settings("[http]\nsslCAInfo = ~/ca.pem\n").authorities(url))
        .contains(HOME.resolve("ca.pem"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca.pem", "~other/ca.pem", "%(prefix)/ca.pem"})
  void aRelativePathIsNoted(String value) throws Exception {
    HttpSettings settings = settings("[http]\nsslCAInfo = " + value + "\n");
    assertThat(settings.authorities("https://git.corp/")).isEmpty();
    assertThat(settings.notes())
        .containsExactly("an http.sslCAInfo of the git configuration is ignored: not absolute");
  }

  private static HttpSettings settings(String text) throws ConfigInvalidException {
    Config config = new Config();
    config.fromText(text);
    return new HttpSettings(HttpSection.all(config), HOME);
  }
}
