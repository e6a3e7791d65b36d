package io.github.sourceprovisioner.mojo.maven.repository;

import static io.github.sourceprovisioner.mojo.maven.repository.Answers.ACME;
import static io.github.sourceprovisioner.mojo.maven.repository.Answers.CENTRAL;
import static io.github.sourceprovisioner.mojo.maven.repository.Answers.lacksMetadata;
import static io.github.sourceprovisioner.mojo.maven.repository.Answers.refusals;
import static io.github.sourceprovisioner.mojo.maven.repository.Answers.silent;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fixture.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilentRepositoryTest {

  @Test
  void whatTheSilentRepositorySaidEarlierIsNoAnswer() {

    Refusal.of(
            TransferFailed.class,
            () -> refusals(false).silent(Optional.of("acme"), List.of(silent(ACME))))
        .mentions("did not answer", "Connection refused");
    Refusal.of(
            TransferFailed.class,
            () -> refusals(false).silent(Optional.empty(), List.of(silent(ACME))))
        .mentions("Connection refused");
  }

  @Test
  void anAnswerOfAnotherRepositoryOrOfThisMachineCounts() {
    Exception lacks = lacksMetadata(CENTRAL);

    for (String source : List.of("central", "local")) {
      assertThatCode(
              () -> refusals(false).silent(Optional.of(source), List.of(silent(ACME), lacks)))
          .doesNotThrowAnyException();
    }
    assertThatCode(() -> refusals(false).silent(Optional.empty(), List.of(lacks)))
        .doesNotThrowAnyException();
  }
}
