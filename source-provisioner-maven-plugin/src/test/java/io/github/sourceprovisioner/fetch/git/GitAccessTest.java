package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Misbehavior.askForPassword;
import static io.github.sourceprovisioner.fetch.git.Misbehavior.redirect;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Credentials reach the origin they are for, and nobody else. */
class GitAccessTest extends ServedRepository {

  @Test
  void withoutACredentialAccessIsDenied() {
    server.behavior = askForPassword();
    ProvisioningException failure = failure(AccessDenied.class, "v1", "");
    assertThat(failure)
        .hasMessage(
            "127.0.0.1:%s refuses access, and no credential is configured for it", server.port());
    assertThat(failure.advice())
        .contains("add a <server> with the id 127.0.0.1:" + server.port() + " to settings.xml");
  }

  @Test
  void aWrongPasswordIsShownOnce() {
    server.behavior = askForPassword();
    context.credential = Optional.of(new Credential("work", "ann", "wrong"));
    ProvisioningException failure = failure(AccessDenied.class, "v1", "");
    assertThat(failure)
        .hasMessage("127.0.0.1:%s refuses access with the credential of work", server.port());
    assertThat(failure.advice())
        .contains("check that the token is valid and may read the repository");
    assertThat(server.authorizations).hasSize(1);
  }

  @Test
  void theRightPasswordOpensTheRepository() throws Exception {
    server.behavior = askForPassword();
    context.credential = Optional.of(new Credential("work", "ann", "secret"));
    assertThat(files("v1", "vpc")).hasSize(1);
    assertThat(context.requests.toString()).doesNotContain("secret");
  }

  @Test
  void aRedirectWithinTheOriginIsFollowed() throws Exception {
    server.behavior = redirect("/old.git", server.url("modules.git"));
    assertThat(new GitFetcher().resolve(location(server.url("old.git"), "v1", ""), context).id())
        .isEqualTo(first.name());
  }

  @Test
  void aCredentialDoesNotFollowARedirectToAnotherOrigin() throws Exception {
    try (GitServer other = new GitServer(root)) {
      context.credential = Optional.of(new Credential("work", "ann", "secret"));
      other.behavior = askForPassword();
      server.behavior =
          (request, response) ->
              askForPassword().answer(request, response)
                  || redirect("/", other.url("")).answer(request, response);
      assertThatThrownBy(() -> new GitFetcher().resolve(at("v1", ""), context))
          .isInstanceOf(AccessDenied.class);
      assertThat(server.authorizations).isNotEmpty();
      assertThat(other.requests).isNotEmpty();
      assertThat(other.authorizations).isEmpty();
    }
  }

  @Test
  void aRedirectIsCheckedAsStrictlyAsAUrlOfTheUser() {
    server.behavior = redirect("/", "http://example.invalid/");
    ProvisioningException failure = failure(SourceNotFound.class, "v1", "");
    assertThat(failure)
        .hasMessage(
            "127.0.0.1:%s redirects to a place that is not followed:"
                + " http:// can be read and changed by anyone on the way",
            server.port());
    assertThat(failure.advice()).isNotEmpty();
  }
}
