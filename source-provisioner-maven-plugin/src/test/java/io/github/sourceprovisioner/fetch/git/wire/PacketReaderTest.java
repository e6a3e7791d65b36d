package io.github.sourceprovisioner.fetch.git.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PacketReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zzzz",
        "<htm",
        "-001",
        "00 4",
        "0003",
        "fff1",
        "ffff",
        "\u00e9\u00e9\u00e9\u00e9"
      })
  void whatIsNoPacketIsRefused(String start) {
    assertThatThrownBy(() -> read(start + "x".repeat(70_000))).isInstanceOf(ProtocolError.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "000", "0005", "0009abcd", "fff0"})
  void aStreamThatEndsTooSoonIsCut(String start) {
    assertThatThrownBy(() -> read(start)).isInstanceOf(EOFException.class);
  }

  @Test
  void theLongestPacketIsRead() throws Exception {
    assertThat(read("fff0" + "x".repeat(65_516)).data()).hasSize(65_516);
  }

  @Test
  void aPacketWithoutDataIsOneNonetheless() throws Exception {
    assertThat(read("0004").isData()).isTrue();
    assertThat(read("0004").line()).isEmpty();
  }

  @Test
  void aLineIsReadWithAndWithoutItsEnd() throws Exception {
    assertThat(read("0006a\n").line()).isEqualTo("a");
    assertThat(read("0005a").line()).isEqualTo("a");
  }

  @Test
  void theLastWordOfAHostIsARefusal() throws Exception {
    Packet packet = read("000fERR go away");
    assertThatThrownBy(packet::line).isInstanceOf(Refusal.class).hasMessage("go away");
  }

  private static Packet read(String stream) throws IOException {
    return new PacketReader(new Frames().raw(stream).in()).next();
  }
}
