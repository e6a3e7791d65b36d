package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.server.GitScripts;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What nobody wants to have on a disk is refused before it is there. */
@Timeout(60)
class HugePackTest {

  private static final long FIVE_GIGABYTES = 5L << 30;

  @Test
  void aFileOfFiveGigabytesIsRefusedAtItsFirstByte(@TempDir Path root) throws Exception {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    pack.writeBytes(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 1});
    // A blob; the four lowest bits of its length, which come first, are 0.
    pack.write(0x80 | 3 << 4);
    for (long rest = FIVE_GIGABYTES >> 4; rest > 0; rest >>= 7) {
      pack.write((int) (rest & 127) | (rest > 127 ? 128 : 0));
    }
    pack.writeBytes(new byte[100]);
    try (ScriptedServer server =
        ScriptedServer.start(GitScripts.host(Map.of(), GitScripts.pack(pack.toByteArray())))) {
      ProvisioningException failure =
          new Client(root).failure(IntegrityMismatch.class, server.url("r.git"), "1".repeat(40));
      assertThat(failure).hasMessage("the repository holds a file of more than 2147483648 bytes");
      assertThat(failure.advice())
          .containsExactly(
              "choose a subdirectory without it",
              "publish the content as an archive, and use that as the source");
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void aPackEndsAtItsLimitHoweverItIsRead() throws IOException {
    byte[] bytes = new byte[10];
    assertThat(new LimitedPack(new ByteArrayInputStream(bytes), 10)).hasSameContentAs(of(bytes));
    assertThatThrownBy(() -> new LimitedPack(of(bytes), 9).readAllBytes())
        .isInstanceOfSatisfying(
            IntegrityMismatch.class,
            failure -> {
              assertThat(failure).hasMessage("the host sends a pack of more than 9 bytes");
              assertThat(failure.advice())
                  .containsExactly(
                      "choose a subdirectory",
                      "publish the content as an archive, and use that as the source");
            });
    assertThatThrownBy(
            () -> {
              InputStream in = new LimitedPack(of(bytes), 9);
              while (in.read() >= 0) {
                assertThat(in).isNotNull();
              }
            })
        .isInstanceOf(IntegrityMismatch.class);
  }

  private static InputStream of(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
