package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.fixture.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundedCopyTest {

  private final BoundedCopy copy = new BoundedCopy(200_000);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void aBodyWithoutEndIsLeftAtTheLimit() {
    Refusal.of(IntegrityMismatch.class, () -> copy.run(new Endless(), out, 0))
        .says("the host sends more than 200000 bytes")
        .advises("check the URL: no source is that large");
    assertThat(out.size()).isLessThanOrEqualTo(200_000);
  }

  @Test
  void whatCameBeforeCounts() {
    Refusal.of(
        IntegrityMismatch.class,
        () -> copy.run(new ByteArrayInputStream(new byte[2]), out, 199_999));
  }

  @Test
  void whatFitsIsCopiedWhole() throws IOException {
    copy.run(new ByteArrayInputStream(new byte[150_000]), out, 50_000);
    assertThat(out.size()).isEqualTo(150_000);
  }

  /** Sends for ever. */
  private static final class Endless extends InputStream {

    @Override
    public int read() {
      return 'x';
    }
  }
}
