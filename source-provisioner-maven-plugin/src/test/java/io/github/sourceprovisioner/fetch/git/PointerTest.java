package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What git-lfs takes for a pointer never arrives as if it were the content. */
class PointerTest {

  private static final String REST = "oid sha256:" + "a".repeat(64) + "\nsize 9\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version https://git-lfs.github.com/spec/v1\n",
        "version https://git-lfs.github.com/spec/v1\next-0-a sha256:" + "@\n",
        "version https://git-lfs.github.com/spec/v1\r\n",
      })
  void aPointerIsNeverDelivered(String start, @TempDir Path root) throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    upstream.commit("main", Map.of("big.bin", start.replace("@", "b".repeat(64)) + REST));
    ProvisioningException failure =
        new Client(root.resolve("client"))
            .failure(ProvisioningException.class, upstream.url(), "main");
    assertThat(failure.getMessage()).contains("big.bin", "LFS");
    assertThat(failure.advice()).isNotEmpty();
  }

  @Test
  void aTextAboutPointersIsDelivered(@TempDir Path root) throws Exception {
    Upstream upstream = Upstream.create(root.resolve("r.git"));
    String text = "a pointer starts with\nversion https://git-lfs.github.com/spec/v1\n" + REST;
    upstream.commit("main", Map.of("README", text));
    assertThat(new Client(root.resolve("client")).files(upstream.url(), "main", ""))
        .containsExactly(Map.entry("f README", text));
  }
}
