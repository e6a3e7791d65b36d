package io.github.sourceprovisioner.fetch.azure.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedAccessTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T12:00:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T12%3A00%3A00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00Z, 2026-01-31T12:00:00Z",
    "2026-01-31T12:00:00%2B01:00, 2026-01-31T11:00:00Z",
    "2026-01-31, 2026-01-31T00:00:00Z"
  })
  void readsItsEndInEveryFormThatAzureTakes(String written, Instant end) {
    assertThat(of("sv=1&se=" + written + "&sig=x").ends()).contains(end);
    assertThat(of("st=" + written + "&sig=x").begins()).contains(end);
  }

  @ParameterizedTest
  @ValueSource(strings = {"si=policy&sig=x", "se=&sig=x", "se=tomorrow&sig=x", "se=%zz&sig=x"})
  void saysNothingOfAnEndThatItDoesNotTell(String written) {
    assertThat(of(written).ends()).isEmpty();
  }

  @Test
  void leavesOutTheQuestionMark() {
    assertThat(of("?sv=1&sig=x").query()).isEqualTo("sv=1&sig=x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sig=canary\nX: y", "sig=a canary", "?"})
  void whatCannotBeSentIsRefusedAndNotShown(String written) {
    assertThatThrownBy(() -> of(written))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(
            "the shared access signature of the variable X is empty, or has characters that cannot"
                + " be sent")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("check it for line ends and spaces");
  }

  @Test
  void showsNothingOfItself() {
    assertThat(of("sv=1&sig=canary")).hasToString("shared access signature of the variable X");
  }

  private static SharedAccess of(String written) {
    return new SharedAccess(written, "the variable X");
  }
}
