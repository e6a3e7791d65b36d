package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever has to rename files wants to know all of them at once. */
class EveryNameTest extends LocalSource {

  @Test
  void allNamesThatAreNotSafeEverywhereAreListed() throws Exception {
    commit(Map.of("CON", "one", "sub/aux.tf", "two", "sub/x.", "three", "good", "four"));
    ProvisioningException failure = failure(IntegrityMismatch.class, "main", "");
    assertThat(failure.getMessage() + failure.advice()).contains("CON", "aux.tf", "x.");
  }
}
