package io.github.sourceprovisioner.fetch.git.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackAnswerTest {

  @Test
  void thePackIsWhatTheFirstBandHolds() throws Exception {
    assertThat(read(answer())).isEqualTo("PACKdata");
  }

  @Test
  void anAnswerThatIsCutAnywhereIsAnError() {
    byte[] whole = answer().bytes();
    for (int end = 0; end < whole.length; end++) {
      Frames cut = new Frames().raw(Arrays.copyOf(whole, end));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void theLastWordOfAHostIsARefusalWhereverItComes() {
    String word = "upload-pack: not our ref " + "1".repeat(40);
    assertThatThrownBy(() -> read(new Frames().line("ERR " + word)))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.isForGood()).isTrue());
    assertThatThrownBy(() -> read(new Frames().line("shallow-info").line("ERR " + word)))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> read(new Frames().line("packfile").band(1, "PACK").band(3, "oops")))
        .isInstanceOfSatisfying(Refusal.class, e -> assertThat(e.isForGood()).isFalse())
        .hasMessage("oops");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 127})
  void aBandThatDoesNotExistIsRefused(int band) {
    assertThatThrownBy(() -> read(new Frames().line("packfile").band(band, "x")))
        .isInstanceOf(ProtocolError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001", "0002", "0004"})
  void aPackEndsWithAFlushAndNothingElse(String end) {
    assertThatThrownBy(() -> read(new Frames().line("packfile").band(1, "P").raw(end)))
        .isInstanceOf(ProtocolError.class);
  }

  @Test
  void anAnswerWithoutAPackIsRefused() {
    assertThatThrownBy(() -> read(new Frames().line("acknowledgments").line("NAK").flush()))
        .isInstanceOf(ProtocolError.class);
    assertThatThrownBy(() -> read(new Frames().line("packfile-uris").delimiter()))
        .isInstanceOf(ProtocolError.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void talkWithoutAnEndIsRefused(int band) {
    String text = band == 1 ? "" : "x".repeat(60_000);
    int times = band == 1 ? 17 << 20 : 300;
    byte[] one = new Frames().band(band, text).bytes();
    Frames frames = new Frames().line("packfile");
    for (int i = 0; i < times; i++) {
      frames.raw(one);
    }
    assertThatThrownBy(() -> read(frames.flush())).isInstanceOf(ProtocolError.class);
  }

  private static Frames answer() {
    return new Frames()
        .line("acknowledgments")
        .line("ready")
        .delimiter()
        .line("shallow-info")
        .line("shallow " + "1".repeat(40))
        .delimiter()
        .line("packfile")
        .band(2, "Counting objects")
        .band(1, "PACK")
        .band(1, "")
        .band(1, "data")
        .flush();
  }

  private static String read(Frames frames) throws IOException {
    return new String(PackAnswer.pack(frames.in()).readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
