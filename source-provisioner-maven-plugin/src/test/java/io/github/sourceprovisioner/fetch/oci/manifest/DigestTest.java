package io.github.sourceprovisioner.fetch.oci.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestTest {

  private static final byte[] ABC = "abc".getBytes(UTF_8);

  /** FIPS 180-2, appendix B. */
  private static final String SHA256 =
      "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final String SHA512 =
      "sha512:ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
          + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256:",
        "sha256:12",
        "md5:900150983cd24fb0d6963f7d28e17f72",
        "SHA256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "sha256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
        "sha512:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
      })
  void whatIsNoDigestIsNone(String text) {
    assertThat(Digest.of(text)).isEmpty();
  }

  @Test
  void bothAlgorithmsKnowTheirContent() {
    for (String text : new String[] {SHA256, SHA512}) {
      Digest digest = Digest.of(text).orElseThrow();
      assertThat(digest).hasToString(text);
      assertThat(digest.isOf(ABC)).isTrue();
      assertThat(digest.isOf(new byte[0])).isFalse();
    }
    assertThat(Digest.sha256(ABC)).hasToString(SHA256);
    assertThat(Digest.sha256(ABC).brief()).isEqualTo("sha256:ba7816bf8f01");
  }
}
