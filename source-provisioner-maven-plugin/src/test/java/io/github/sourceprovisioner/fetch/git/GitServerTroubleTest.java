package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.Delivered.read;
import static io.github.sourceprovisioner.fetch.git.Misbehavior.firstPost;
import static io.github.sourceprovisioner.fetch.git.Misbehavior.status;
import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A host that fails is told from one that says no. */
class GitServerTroubleTest extends ServedRepository {

  @Test
  void aMissingRepositoryIsNotFound() {
    ProvisioningException failure =
        catchThrowableOfType(
            SourceNotFound.class,
            () -> new GitFetcher().resolve(location(server.url("none.git"), "", ""), context));
    assertThat(failure).hasMessage("no such repository");
    assertThat(failure.advice())
        .contains("check the URL; a private repository looks the same without a credential");
    assertThat(context.requests).hasSize(1);
  }

  @Test
  void aServerErrorIsWorthAnotherAttempt() {
    server.behavior = status(502);
    ProvisioningException failure = failure(TransferFailed.class, "v1", "");
    assertThat(failure).hasMessage("127.0.0.1:%s answers with status 502", server.port());
    assertThat(failure.advice()).containsExactly("try again later");
  }

  @Test
  void aBadRequestIsNotWorthAnotherAttempt() {
    server.behavior = status(400);
    ProvisioningException failure = failure(SourceNotFound.class, "v1", "");
    assertThat(failure)
        .hasMessage("127.0.0.1:%s refuses the request with status 400", server.port());
    assertThat(failure.advice()).containsExactly("check the URL of the repository");
  }

  @Test
  void aWebPageIsNoRepository() {
    server.behavior =
        (request, response) -> {
          response.setContentType("text/html");
          response.getOutputStream().print("<html><body>please log in</body></html>");
          return true;
        };
    ProvisioningException failure = failure(SourceNotFound.class, "v1", "");
    assertThat(failure).hasMessage("no git repository answers at this URL");
    assertThat(failure.advice()).isNotEmpty();
  }

  @Test
  void aPackThatIsCutOffIsWorthAnotherAttemptAndLeavesNothingBehind() throws Exception {
    Revision revision = new Revision(first.name(), Stability.FIXED, Optional.empty());
    server.behavior = firstPost(server, "000dpackfile\n0011\u0001PACK");
    ProvisioningException failure =
        catchThrowableOfType(
            TransferFailed.class, () -> fetch(new GitFetcher(), at("v1", ""), revision));
    assertThat(failure).hasMessage("the transfer from 127.0.0.1:%s broke off", server.port());
    assertThat(failure.advice()).containsExactly("try again");
    server.behavior = (request, response) -> false;
    assertThat(read(fetch(new GitFetcher(), at("v1", ""), revision))).hasSize(3);
  }

  @Test
  void anUnreachableHostIsWorthAnotherAttempt() throws Exception {
    String url = server.url("modules.git");
    server.close();
    ProvisioningException failure =
        catchThrowableOfType(
            TransferFailed.class, () -> new GitFetcher().resolve(location(url, "", ""), context));
    assertThat(failure).hasMessageEndingWith(" cannot be reached");
    assertThat(failure.advice()).containsExactly("check the network");
  }

  @Test
  void theTimeForATransferIsLimited() {
    context.timeout = Duration.ZERO;
    ProvisioningException failure = failure(TransferFailed.class, "v1", "");
    assertThat(failure).hasMessage("the transfer took longer than 0 s");
    assertThat(failure.advice()).containsExactly("raise -Dsource.timeout");
  }

  @Test
  void anInterruptedThreadStops() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new GitFetcher().resolve(at("v1", ""), context))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }
}
