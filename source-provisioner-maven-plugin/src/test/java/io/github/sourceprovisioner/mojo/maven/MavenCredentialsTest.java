package io.github.sourceprovisioner.mojo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.junit.jupiter.api.Test;

class MavenCredentialsTest {

  private final MavenCredentials credentials = new MavenCredentials(session());

  @Test
  void theServerWithTheHostAsItsIdIsTaken() {
    assertThat(credentials.apply(location("https://Git.Example.com/acme/modules.git")))
        .contains(new Credential("<server> git.example.com", "build", "host-secret"));
  }

  @Test
  void theServerWithHostAndPortComesFirst() {
    assertThat(credentials.apply(location("https://git.example.com:8443/acme/modules.git")))
        .contains(new Credential("<server> git.example.com:8443", "build", "port-secret"));
    assertThat(credentials.apply(location("https://git.example.com:9999/acme/modules.git")))
        .contains(new Credential("<server> git.example.com", "build", "host-secret"));
  }

  @Test
  void nobodyElseIsGivenAnything() {
    assertThat(credentials.apply(location("https://evil-git.example.com/acme/modules.git")))
        .isEmpty();
    assertThat(credentials.apply(location("https://git.example.com.evil.org/a/b.git"))).isEmpty();
    assertThat(credentials.apply(location("file:///srv/git.example.com"))).isEmpty();
    assertThat(credentials.apply(location("mvn:git.example.com:a"))).isEmpty();
  }

  @Test
  void theSecretIsNotPartOfWhatIsShown() {
    assertThat(credentials.apply(location("https://git.example.com/a/b.git")).orElseThrow())
        .hasToString("credential of <server> git.example.com");
  }

  private static DefaultRepositorySystemSession session() {
    DefaultAuthenticationSelector selector = new DefaultAuthenticationSelector();
    selector.add("git.example.com", server("host-secret"));
    selector.add("git.example.com:8443", server("port-secret"));
    DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    session.setAuthenticationSelector(selector);
    return session;
  }

  private static Authentication server(String password) {
    return new AuthenticationBuilder().addUsername("build").addPassword(password).build();
  }

  private static SourceLocation location(String url) {
    return new SourceLocation(
        "git",
        url,
        Optional.empty(),
        "",
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        new Coordinates("g", "a"));
  }
}
