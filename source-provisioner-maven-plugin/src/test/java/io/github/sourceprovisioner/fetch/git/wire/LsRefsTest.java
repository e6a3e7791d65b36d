package io.github.sourceprovisioner.fetch.git.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LsRefsTest {

  private static final String A = "a".repeat(40);
  private static final String B = "b".repeat(40);

  @Test
  void tagsArePeeledAndTheDefaultBranchHasItsName() throws Exception {
    RefList list = LsRefs.read(answer().in(), List.of());
    assertThat(list.ids())
        .containsExactly(Map.entry("refs/heads/main", A), Map.entry("refs/tags/v1", B));
    assertThat(list.head()).contains(A);
    assertThat(list.defaultBranch()).contains("refs/heads/main");
  }

  @Test
  void aDetachedHeadHasNoName() throws Exception {
    assertThat(LsRefs.read(new Frames().line(A + " HEAD").flush().in(), List.of()).head())
        .contains(A);
    assertThat(LsRefs.read(new Frames().line(A + " HEAD").flush().in(), List.of()).defaultBranch())
        .isEmpty();
  }

  @Test
  void anUnbornHeadIsNone() throws Exception {
    RefList list =
        LsRefs.read(
            new Frames().line("unborn HEAD symref-target:refs/heads/main").flush().in(), List.of());
    assertThat(list.head()).isEmpty();
    assertThat(list.ids()).isEmpty();
  }

  @Test
  void namesThatNoRefCanHaveAreLeftOut() throws Exception {
    Frames frames = new Frames().line(A + " elsewhere").line(A + " refs/heads/a\u001b[31m");
    assertThat(LsRefs.read(frames.flush().in(), List.of()).ids()).isEmpty();
  }

  @Test
  void namesThatNobodyAskedForAreLeftOut() throws Exception {
    assertThat(LsRefs.read(answer().in(), List.of("refs/tags/")).ids())
        .containsExactly(Map.entry("refs/tags/v1", B));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "refs/heads/main", "xyz refs/heads/main", "aaaa refs/heads/x"})
  void aLineThatIsNoRefIsRefused(String line) {
    assertThatThrownBy(() -> LsRefs.read(new Frames().line(line).flush().in(), List.of()))
        .isInstanceOf(ProtocolError.class);
  }

  @Test
  void anAnswerThatIsCutAnywhereIsAnError() {
    byte[] whole = answer().bytes();
    for (int end = 0; end < whole.length; end++) {
      Frames cut = new Frames().raw(Arrays.copyOf(whole, end));
      assertThatThrownBy(() -> LsRefs.read(cut.in(), List.of())).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void onlyWhatIsWantedIsAskedFor() {
    Capabilities can = new Capabilities(Map.of("ls-refs", "unborn", "object-format", "sha1"));
    String request =
        new String(LsRefs.request(can, List.of("HEAD", "refs/tags/v1")), StandardCharsets.US_ASCII);
    assertThat(request)
        .isEqualTo(
            "0014command=ls-refs\n0017object-format=sha1\n0001"
                + "0009peel\n000csymrefs\n000bunborn\n"
                + "0014ref-prefix HEAD\n001cref-prefix refs/tags/v1\n0000");
  }

  private static Frames answer() {
    return new Frames()
        .line(A + " HEAD symref-target:refs/heads/main")
        .line(A + " refs/heads/main")
        .line("c".repeat(40) + " refs/tags/v1 peeled:" + B)
        .flush();
  }
}
