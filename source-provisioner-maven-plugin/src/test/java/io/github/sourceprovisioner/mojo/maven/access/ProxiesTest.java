package io.github.sourceprovisioner.mojo.maven.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.ProxyServer;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxies of the settings. */
class ProxiesTest {

  private Settings settings = new Settings(Path.of(""));

  @BeforeEach
  void settings(@TempDir Path directory) {
    settings = new Settings(directory);
  }

  @Test
  void aProxyIsOnTheWayToWhatItIsNotForbiddenFor() {
    settings.proxy(new Proxy("http", "proxy.corp", 3128), "*.corp|localhost");
    ProxyServer proxy = new ProxyServer("proxy.corp", 3128, Optional.empty());
    assertThat(proxy("https://github.com:8443/a")).contains(proxy);
    assertThat(proxy("http://github.com/a")).contains(proxy);
    assertThat(proxy("https://git.corp/a")).isEmpty();
    assertThat(proxy("http://localhost:8080/a")).isEmpty();
  }

  @Test
  void aProxyIsShownItsOwnCredential() {
    Authentication login =
        new AuthenticationBuilder().addUsername("me").addPassword("secret").build();
    settings.proxy(new Proxy("http", "proxy.corp", 3128, login), "");
    assertThat(proxy("https://github.com/a").flatMap(ProxyServer::credential))
        .contains(new Credential("<proxy> proxy.corp:3128", "me", "secret"));
  }

  @Test
  void aProxyIsNotShownWhatCouldNotBeDecrypted() {
    Authentication login =
        new AuthenticationBuilder()
            .addUsername("me")
            .addPassword("{HV9XjDOQEacH9pOJmymp47tOb+58wiwmJQEb6vBuSlE=}")
            .build();
    settings.proxy(new Proxy("http", "proxy.corp", 3128, login), "");
    assertThatThrownBy(() -> proxy("https://github.com/a"))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("the password of <proxy> proxy.corp:3128 could not be decrypted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ssh://git@github.com/a", "git://github.com/a", "oci://ghcr.io/a"})
  void onlyTheWebKnowsProxies(String url) {
    settings.proxy(new Proxy("http", "proxy.corp", 3128), "");
    settings.proxy(new Proxy("ssh", "proxy.corp", 3128), "");
    assertThat(proxy(url)).isEmpty();
  }

  private Optional<ProxyServer> proxy(String url) {
    return settings.access().proxy(url);
  }
}
