package io.github.sourceprovisioner.fetch.git.lfs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LfsPointerTest {

  private static final String V1 = "version https://git-lfs.github.com/spec/v1\n";
  private static final String HEX = "0123456789abcdef".repeat(4);
  private static final String OID = "oid sha256:" + HEX + "\n";

  static Stream<Arguments> malformed() {
    String badOid = "its oid is not a SHA-256 in lower-case hex";
    return Stream.of(
        Arguments.of(V1 + OID + "size 12", "its last line does not end"),
        Arguments.of("", "its last line does not end"),
        Arguments.of(OID + "size 12\n", "line 1 does not say version"),
        Arguments.of(
            "version https://git-lfs.github.com/spec/v2\n" + OID,
            "its version is not " + "https://git-lfs.github.com/spec/v1"),
        Arguments.of(V1, "line 2 does not say oid"),
        Arguments.of(V1 + "size 12\n" + OID, "line 2 does not say oid"),
        Arguments.of(V1 + OID, "line 3 does not say size"),
        Arguments.of(V1 + OID + "\nsize 12\n", "line 3 does not say size"),
        Arguments.of(V1 + OID + "size 12\r\n", "line 3 does not say size"),
        Arguments.of(V1 + OID + "size  12\n", "its size is not a number"),
        Arguments.of(V1 + OID + "size -1\n", "its size is not a number"),
        Arguments.of(V1 + OID + "size 012\n", "its size is not a number"),
        Arguments.of(V1 + OID + "size 1e3\n", "its size is not a number"),
        Arguments.of(V1 + OID + "size 2147483649\n", "its content is larger than 2147483648 bytes"),
        Arguments.of(
            V1 + OID + "size 9999999999999999999\n", "its content is larger than 2147483648 bytes"),
        Arguments.of(V1 + "oid md5:0123\nsize 12\n", badOid),
        Arguments.of(V1 + "oid sha256:../../x\nsize 12\n", badOid),
        Arguments.of(
            V1 + OID.toUpperCase(Locale.ROOT).replace("OID SHA", "oid sha") + "size 12\n", badOid),
        Arguments.of(V1 + OID + "size 12\nx-extra y\n", "it says more than version, oid and size"),
        Arguments.of(V1 + OID + "size 12\n\n", "it says more than version, oid and size"),
        Arguments.of(
            V1 + "ext-0-foo sha256:" + HEX + "\n" + OID + "size 12\n",
            "it needs an extension, which would run a program"));
  }

  @ParameterizedTest
  @MethodSource
  void malformed(String text, String reason) {
    assertRefused(text.getBytes(UTF_8), reason);
  }

  @Test
  void aPointerThatIsTooLongOrNoTextIsRefused() {
    byte[] latin = (V1 + "oid \u00e9\n").getBytes(ISO_8859_1);
    assertRefused((V1 + "x".repeat(1024)).getBytes(UTF_8), "it has 1,024 bytes or more");
    assertRefused(latin, "it is not UTF-8");
  }

  @Test
  void aPointerSaysTheDigestAndTheSize() {
    assertThat(LfsPointer.parse("a.bin", (V1 + OID + "size 2147483648\n").getBytes(UTF_8)))
        .isEqualTo(new LfsPointer(HEX, 2147483648L));
    assertThat(LfsPointer.parse("a.bin", (V1 + OID + "size 0\n").getBytes(UTF_8)).size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "version https://git-lfs.github.com/spec/v1\n",
        "version https://git-lfs.github.com/spec/v9\nwhatever",
        "version https://hawser.github.com/spec/v1\n",
        "version http://git-media.io/v/2\n"
      })
  void whatStartsLikeAPointerClaimsToBeOne(String text) {
    assertThat(LfsPointer.claims(text.getBytes(UTF_8))).isTrue();
    assertThat(LfsPointer.claims((" " + text).getBytes(UTF_8))).isFalse();
    assertThat(LfsPointer.claims((text + "x".repeat(1024)).getBytes(UTF_8))).isFalse();
  }

  @Test
  void aPathIsShownWithoutControlCharacters() {
    assertThat(
            catchThrowableOfType(
                IntegrityMismatch.class, () -> LfsPointer.parse("a\u001b[1m", new byte[0])))
        .hasMessageStartingWith("the Git LFS pointer in place of a?[1m is refused: ");
  }

  private static void assertRefused(byte[] content, String reason) {
    IntegrityMismatch failure =
        catchThrowableOfType(IntegrityMismatch.class, () -> LfsPointer.parse("a.bin", content));
    assertThat(failure).hasMessage("the Git LFS pointer in place of a.bin is refused: " + reason);
    assertThat(failure.advice())
        .containsExactly("commit the file again with git lfs", "choose a subdirectory without it");
  }
}
