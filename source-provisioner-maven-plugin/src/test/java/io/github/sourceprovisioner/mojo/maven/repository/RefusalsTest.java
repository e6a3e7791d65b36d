package io.github.sourceprovisioner.mojo.maven.repository;

import static io.github.sourceprovisioner.mojo.maven.repository.Answers.ACME;
import static io.github.sourceprovisioner.mojo.maven.repository.Answers.CENTRAL;
import static io.github.sourceprovisioner.mojo.maven.repository.Answers.absent;
import static io.github.sourceprovisioner.mojo.maven.repository.Answers.broken;
import static io.github.sourceprovisioner.mojo.maven.repository.Answers.refusals;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.CacheUnusable;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fixture.Refusal;
import java.net.ConnectException;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.NoRepositoryConnectorException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {

  private static final String ADVICE =
      "check the coordinates, and that a <repository> of the POM has them";

  /** Called like what Wagon throws, whose classes plugins do not see. */
  private static final class AuthorizationException extends Exception {
    private static final long serialVersionUID = 1L;

    AuthorizationException(String message) {
      super(message);
    }
  }

  private static Refusal refusal(
      Class<? extends ProvisioningException> kind, Refusals refusals, Exception... reasons) {
    return Refusal.of(
        kind,
        () -> {
          throw refusals.of(new IllegalStateException("whole"), List.of(reasons));
        });
  }

  @Test
  void anAbsentVersionComesWithTheNewestThatThereAre() {
    String[] known = IntStream.range(1, 9).mapToObj(i -> "1." + i).toArray(String[]::new);

    refusal(SourceNotFound.class, refusals(false, known), absent(CENTRAL), absent(ACME))
        .says("no org.acme:infra:zip:9.9 in central, acme")
        .advises("pick one of 1.4, 1.5, 1.6, 1.7, 1.8 (newest)", ADVICE);
    refusal(SourceNotFound.class, refusals(false), absent(CENTRAL)).advises(ADVICE);
  }

  @Test
  void aVersionWithoutTheFileIsToldFromAnAbsentVersion() {
    refusal(SourceNotFound.class, refusals(false, "9.9"), absent(CENTRAL))
        .advises("check classifier and type: this version has no file @zip");
  }

  @Test
  void anEmptyRangeIsAbsent() {
    Refusal.of(
            SourceNotFound.class,
            () -> {
              throw refusals(false, "1.0").empty(List.of());
            })
        .says("no version of org.acme:infra:zip:9.9 in central, acme")
        .advises("pick one of 1.0 (newest)", ADVICE);
  }

  @Test
  void offlineNothingIsKnownOfRepositories() {
    refusal(CacheUnusable.class, refusals(true, "1.0"), absent(CENTRAL))
        .says(
            "org.acme:infra:zip:9.9 is neither in the cache nor in the local repository, and Maven"
                + " is offline")
        .advises("run once without -o");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status code: 401, reason phrase: Unauthorized (401)",
        "HTTP Status: 403",
        "Failed to transfer, return code is 403"
      })
  void aRefusalNamesTheServerToConfigure(String words) {
    refusal(
            AccessDenied.class,
            refusals(false),
            absent(CENTRAL),
            broken(ACME, new IllegalStateException(words)))
        .says(
            "the repository acme (https://bob:redacted@repo.acme.org/m2) refuses"
                + " org.acme:infra:zip:9.9: "
                + words)
        .advises(
            "give a <server> with the id acme to settings.xml",
            "check that the user of <server> acme may read the artifact");
  }

  @Test
  void aRefusalIsKnownByTheNameOfItsClass() {
    refusal(
            AccessDenied.class,
            refusals(false),
            broken(ACME, new AuthorizationException("Not authorized")))
        .mentions("refuses org.acme:infra:zip:9.9: Not authorized");
  }

  @Test
  void aChecksumIsToldBeforeEverythingElse() {
    refusal(
            IntegrityMismatch.class,
            refusals(false),
            broken(CENTRAL, new AuthorizationException("no")),
            broken(ACME, new ChecksumFailureException("no checksums available")))
        .mentions("has no right checksum of org.acme:infra:zip:9.9: no checksums available")
        .advises(
            "have it deployed again, together with its checksums",
            "set the <checksumPolicy> of the repository, if you trust it without them");
  }

  @Test
  void aSilentRepositoryIsToldBeforeOneThatLacksTheArtifact() {
    refusal(
            TransferFailed.class,
            refusals(false),
            absent(CENTRAL),
            broken(ACME, new ConnectException("Connection refused")))
        .mentions("did not answer for org.acme:infra:zip:9.9: Connection refused")
        .advises("check that it is up, and the <proxies> and <mirrors> of settings.xml");
  }

  @Test
  void aRepositoryThatMavenBlocksIsAMistakeOfTheBuild() {
    refusal(
            InvalidStack.class,
            refusals(false),
            broken(CENTRAL, new NoRepositoryConnectorException(CENTRAL, "Blocked mirror", null)))
        .says(
            "Maven does not speak to the repository central (https://central.example.org/):"
                + " Blocked mirror")
        .advises("give it an https URL, or a <mirror> in settings.xml");
  }

  @Test
  void causesThatGoInCirclesEnd() {
    IllegalStateException outer = new IllegalStateException("outer");
    outer.initCause(new IllegalStateException("inner", outer));

    assertThat(Trouble.all(List.of(broken(ACME, outer))).get(0).text()).isEqualTo("inner");
  }
}
