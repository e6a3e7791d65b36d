package io.github.sourceprovisioner.mojo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.junit.jupiter.api.Test;

class MavenAccessTest {

  private final MavenAccess access = new MavenAccess(session());

  @Test
  void theServerWithTheHostAsItsIdIsTaken() {
    assertThat(credential("https://Git.Example.com/acme/modules.git"))
        .contains(new Credential("<server> git.example.com", "build", "host-secret"));
  }

  @Test
  void theServerWithHostAndPortComesFirst() {
    assertThat(credential("https://git.example.com:8443/acme/modules.git"))
        .contains(new Credential("<server> git.example.com:8443", "build", "port-secret"));
    assertThat(credential("https://git.example.com:9999/acme/modules.git"))
        .contains(new Credential("<server> git.example.com", "build", "host-secret"));
  }

  @Test
  void nobodyElseIsGivenAnything() {
    assertThat(credential("https://evil-git.example.com/acme/modules.git")).isEmpty();
    assertThat(credential("https://git.example.com.evil.org/a/b.git")).isEmpty();
    assertThat(credential("file:///srv/git.example.com")).isEmpty();
    assertThat(credential("mvn:git.example.com:a")).isEmpty();
  }

  @Test
  void theSecretIsNotPartOfWhatIsShown() {
    assertThat(credential("https://git.example.com/a/b.git").orElseThrow())
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

  private Optional<Credential> credential(String url) {
    return access.credential(url, Optional.empty());
  }
}
