package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before its first release, the specification of Git LFS stood at another URL. */
class OldPointerTest {

  @Test
  void aPointerOfTheOldSpecificationIsNeverDelivered(@TempDir Path root) throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    String pointer =
        "version https://hawser.github.com/spec/v1\noid sha256:" + "a".repeat(64) + "\nsize 9\n";
    upstream.commit("main", Map.of("big.bin", pointer));
    ProvisioningException failure =
        new Client(root.resolve("client"))
            .failure(ProvisioningException.class, upstream.url(), "main");
    assertThat(failure.getMessage()).contains("big.bin", "LFS");
    assertThat(failure.advice()).isNotEmpty();
  }
}
