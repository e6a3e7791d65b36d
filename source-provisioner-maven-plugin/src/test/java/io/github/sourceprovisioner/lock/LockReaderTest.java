package io.github.sourceprovisioner.lock;

import static io.github.sourceprovisioner.lock.Locations.COMMIT;
import static io.github.sourceprovisioner.lock.Locations.TREE;
import static io.github.sourceprovisioner.lock.Locations.VPC;
import static io.github.sourceprovisioner.lock.Locations.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.fixture.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockReaderTest {

  private static final String RESTORE =
      "restore it from version control, or delete it and lock anew with source:lock";
  private static final String GOOD = LockText.of(LockFile.of(List.of(entry(VPC, COMMIT))));

  @Test
  void theLineEndsOfWindowsCommentsAndBlankLinesAreFine() {
    String text = GOOD.replace("sources:\n", "\n# why not\nsources:\n").replace("\n", "\r\n");

    assertThat(read(text).entries()).containsExactly(entry(VPC, COMMIT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<<<<<<< HEAD", "=======", ">>>>>>> theirs", "||||||| base"})
  void anUnresolvedMergeIsNamedAsSuch(String marker) {
    Refusal.of(InvalidStack.class, () -> read(GOOD + marker + "\n"))
        .says("the lock file cannot be used: it holds a merge conflict that nobody resolved")
        .advises(
            "keep the entries of both sides, each source once, and remove the lines of <, = and >");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    version: 1.10",
        "    version: '1.10'",
        "    version: &a \"1\"",
        "    version: !!str \"1\"",
        "    version: *a",
        "    version: \"a\" # why",
        "    version: \"a\\n\"",
        "    version: \"a\"b\"",
        "    version: \"a\\",
        "  version: \"a\"",
        "\tversion: \"a\"",
        "    version: |",
        "--- ",
        "{}"
      })
  void aLineThatNoPluginWritesIsRefusedWhereItStands(String line) {
    String text = GOOD.replace("    version: \"1.10\"", line);

    Refusal refusal = Refusal.of(InvalidStack.class, () -> read(text));
    refusal
        .says("the lock file cannot be used: it has a line that this plugin does not write")
        .advises(RESTORE + "; no formatter may touch it");
    assertThat(refusal.failure().position()).contains(new Position("source.lock.yaml", 6, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lockVersion: \"2\"|lockVersion \"2\"",
        "lockVersion: \"1\"\nmodules:|the key 'modules'",
        "lockVersion: \"1\"\nsources:\n  - uri: \"x\"\n    signature: \"y\"|the field 'signature'"
      })
  void whatALaterVersionWroteAsksForThatVersion(String row) {
    String[] textAndName = row.split("\\|");

    Refusal.of(InvalidStack.class, () -> read(textAndName[0]))
        .says(
            "the lock file cannot be used: it has %s, which this version of the plugin does not know"
                .formatted(textAndName[1]))
        .advises("use the version of the plugin that wrote it, or a newer one");
  }

  @Test
  void aTreeDigestOfAnotherKindAsksForALaterVersionToo() {
    Refusal.of(InvalidStack.class, () -> read(GOOD.replace("t1:sha256", "t2:blake3")))
        .mentions("a digest of the kind 't2'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "t1:sha256:", "t1:sha256:12", "t1:sha256:5F2B"})
  void aTreeThatIsNoDigestIsRefused(String tree) {
    Refusal.of(InvalidStack.class, () -> read(GOOD.replace(TREE, tree)))
        .mentions("the tree of git::https://example.com/acme/infra.git//modules/vpc@1.10 is no")
        .advises(RESTORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uri", "path", "version", "commit", "tree"})
  void anEntryWithoutOneOfItsFieldsIsRefused(String field) {
    String text = GOOD.replaceFirst("(  - |    )" + field + ": .*\n", "$1ref2: \"\"\n");
    String without =
        text.replaceFirst("    ref2: \"\"\n", "").replace("  - ref2: \"\"\n    p", "  - p");

    Refusal.of(InvalidStack.class, () -> read(without))
        .mentions(field.equals("commit") ? "one commit, archive or revision" : field)
        .advises(RESTORE);
  }

  @Test
  void aRevisionOfTwoKindsOrOfNoSoundFormIsRefused() {
    String two = GOOD.replace("    tree:", "    revision: \"x\"\n    tree:");
    String shortId = GOOD.replace(COMMIT, "d6babd6");
    String weak = GOOD.replace("commit: \"" + COMMIT, "archive: \"md5:" + "0".repeat(32));
    for (String text : List.of(two, shortId, weak)) {
      Refusal.of(InvalidStack.class, () -> read(text))
          .mentions("needs one commit, archive or revision")
          .advises(RESTORE);
    }
  }

  @Test
  void oneSourceLockedTwiceToDifferentThingsIsRefused() {
    String once = GOOD.substring(GOOD.indexOf("  - "));

    assertThat(read(GOOD + once).entries()).hasSize(1);
    Refusal.of(InvalidStack.class, () -> read(GOOD + once.replace(COMMIT, "0".repeat(40))))
        .mentions("it locks " + VPC + " twice, to different things")
        .advises("keep the entry that is right, and remove the other one");
  }

  @Test
  void anEmptyFileIsNoLockFile() {
    Refusal.of(InvalidStack.class, () -> read("")).mentions("no lockVersion");
  }

  private static LockFile read(String text) {
    return new LockReader(new LockTrouble("source.lock.yaml")).read(text);
  }
}
