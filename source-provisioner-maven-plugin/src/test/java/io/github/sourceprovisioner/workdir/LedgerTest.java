package io.github.sourceprovisioner.workdir;

import static io.github.sourceprovisioner.workdir.Bench.VPC;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  private static final WorkdirState STATE =
      new WorkdirState(
          new ComponentId("terraform", "dev\nx: y", "v\\pc"),
          new Fingerprint("l: a\rb", "r", "", new Filters(List.of("a: b", ""), List.of("\\*"))),
          Instant.parse("2026-01-02T03:04:05.678901234Z"),
          List.of(
              new OwnedFile(
                  TreeEntry.Type.FILE, "aa", 1, Instant.parse("2026-01-01T00:00:00.1Z"), "a b"),
              new OwnedFile(TreeEntry.Type.LINK, "bb", 2, Instant.EPOCH, "files: \n é")));

  private final Path project;
  private final Layout layout;
  private final Ledger ledger;

  LedgerTest(@TempDir Path project) {
    this.project = project;
    layout = new Layout(project.resolve("workdir"), project.resolve("state"));
    ledger = new Ledger(layout);
  }

  @Test
  void readsWhatItWrote() throws IOException {
    ledger.write(STATE);

    assertThat(ledger.read(STATE.id())).contains(STATE);
    assertThat(ledger.all()).containsExactly(STATE.id());
  }

  @Test
  void aCutOrChangedStateIsNone() throws IOException {
    ledger.write(STATE);
    Path file = layout.state(STATE.id());
    byte[] whole = Files.readAllBytes(file);

    for (int length = 0; length < whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      assertThat(ledger.read(STATE.id())).as("cut at %d", length).isEmpty();
      byte[] flipped = whole.clone();
      flipped[length] ^= 1;
      Files.write(file, flipped);
      assertThat(ledger.read(STATE.id())).as("changed at %d", length).isEmpty();
    }
    assertThat(ledger.all()).isEmpty();
  }

  @Test
  void aStateInThePlaceOfAnotherIsNone() throws IOException {
    ledger.write(STATE);
    Files.createDirectories(layout.state(VPC).getParent());
    Files.copy(layout.state(STATE.id()), layout.state(VPC));

    assertThat(ledger.read(VPC)).isEmpty();
    assertThat(ledger.all()).containsExactly(STATE.id());
  }

  @Test
  void sealedLinesOfAnotherVersionOrFormAreNone() throws IOException {
    Path file = layout.state(VPC);
    List<String> good =
        StateText.format(new WorkdirState(VPC, STATE.fingerprint(), Instant.EPOCH, List.of()));
    assertThat(StateText.parse(good)).isPresent();
    for (int i = 0; i < good.size(); i++) {
      List<String> bad = new java.util.ArrayList<>(good);
      bad.set(i, "something 2");
      SealedText.write(file, bad);
      assertThat(ledger.read(VPC)).as("line %d", i).isEmpty();
    }
    SealedText.write(file, List.of());
    assertThat(ledger.read(VPC)).isEmpty();
  }

  @Test
  void aLinkIsNotReadAsAState() throws IOException {
    ledger.write(STATE);
    Path file = layout.state(STATE.id());
    Path elsewhere = Files.move(file, project.resolve("elsewhere"));
    Files.createSymbolicLink(file, elsewhere);

    assertThat(ledger.read(STATE.id())).isEmpty();
  }
}
