package io.github.sourceprovisioner.fetch.git.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.fetch.git.wire.Greeting.Protocol;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GreetingTest {

  private static final String ID = "1".repeat(40);

  @Test
  void theSecondVersionSaysWhatItCanDo() throws Exception {
    Greeting greeting = read(modern());
    assertThat(greeting.protocol()).isEqualTo(Protocol.V2);
    assertThat(greeting.capabilities().filter()).isTrue();
    assertThat(greeting.capabilities().shallow()).isTrue();
    assertThat(greeting.capabilities().unborn()).isFalse();
    assertThat(greeting.capabilities().objectFormat()).contains("sha1");
  }

  @Test
  void theNameOfTheServiceMayComeFirst() throws Exception {
    Frames frames = new Frames().line("# service=git-upload-pack").flush();
    assertThat(read(frames.raw(modern().bytes())).protocol()).isEqualTo(Protocol.V2);
  }

  @Test
  void theOlderVersionsAreRecognized() throws Exception {
    Frames named = new Frames().line("# service=git-upload-pack").flush();
    assertThat(read(named.line(ID + " HEAD\0multi_ack")).protocol()).isEqualTo(Protocol.OLD);
    assertThat(read(new Frames().line("version 1")).protocol()).isEqualTo(Protocol.OLD);
    String long1 = "2".repeat(64) + " HEAD\0agent=x object-format=sha256";
    assertThat(read(new Frames().line(long1)).capabilities().objectFormat()).contains("sha256");
  }

  @Test
  void anythingElseIsNoGitServer() {
    for (String line : new String[] {"hello", "version 3", "# service=git-receive-pack", ""}) {
      assertThatThrownBy(() -> read(new Frames().line(line).flush()))
          .as(line)
          .isInstanceOf(ProtocolError.class);
    }
    assertThatThrownBy(() -> read(new Frames().line("ERR no such thing")))
        .isInstanceOf(Refusal.class);
  }

  @Test
  void capabilitiesCannotGoOnForEver() {
    Frames frames = new Frames().line("version 2");
    for (int i = 0; i < 2_000; i++) {
      frames.line("c" + i);
    }
    assertThatThrownBy(() -> read(frames.flush())).isInstanceOf(ProtocolError.class);
  }

  @Test
  void aGreetingThatIsCutAnywhereIsAnError() throws Exception {
    byte[] whole = modern().bytes();
    for (int end = 0; end < whole.length; end++) {
      Frames cut = new Frames().raw(Arrays.copyOf(whole, end));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(EOFException.class);
    }
  }

  private static Frames modern() {
    return new Frames()
        .line("version 2")
        .line("agent=git/2")
        .line("ls-refs")
        .line("fetch=shallow wait-for-done filter")
        .line("object-format=sha1")
        .flush();
  }

  private static Greeting read(Frames frames) throws IOException {
    return Greeting.read(new PacketReader(frames.in()));
  }
}
