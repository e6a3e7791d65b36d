package io.github.sourceprovisioner.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.fixture.Refusal;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockModeTest {

  @Test
  void aBuildServerThatFindsALockFileKeepsToIt() {
    assertThat(LockMode.of(Optional.empty(), Optional.of("true"), true)).isEqualTo(LockMode.FROZEN);
    assertThat(LockMode.of(Optional.empty(), Optional.of("1"), false)).isEqualTo(LockMode.UPDATE);
    assertThat(LockMode.of(Optional.empty(), Optional.of("False"), true))
        .isEqualTo(LockMode.UPDATE);
  }

  @Test
  void whatTheUserSaysWins() {
    for (LockMode mode : LockMode.values()) {
      assertThat(LockMode.of(Optional.of(mode), Optional.of("true"), true)).isEqualTo(mode);
      assertThat(LockMode.parse(mode.name().toLowerCase(Locale.ROOT))).isEqualTo(mode);
    }
  }

  @Test
  void anUnknownModeIsRefused() {
    Refusal.of(InvalidStack.class, () -> LockMode.parse("Frozen"))
        .says("\"Frozen\" is no mode of the lock file")
        .advises("write update, frozen or off");
  }
}
