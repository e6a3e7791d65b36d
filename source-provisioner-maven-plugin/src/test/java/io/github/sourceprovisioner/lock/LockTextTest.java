package io.github.sourceprovisioner.lock;

import static io.github.sourceprovisioner.lock.Locations.COMMIT;
import static io.github.sourceprovisioner.lock.Locations.TREE;
import static io.github.sourceprovisioner.lock.Locations.VPC;
import static io.github.sourceprovisioner.lock.Locations.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class LockTextTest {

  private static LockReader reader() {
    return new LockReader(new LockTrouble("source.lock.yaml"));
  }

  @Test
  void anEntryHasItsFieldsInOneOrderAndEveryScalarInQuotes() {
    LockFile file = LockFile.of(List.of(entry(VPC, COMMIT)));

    assertThat(LockText.of(file))
        .isEqualTo(
            """
            # Written by the Source Provisioner for Maven. Commit this file; do not edit it.
            lockVersion: "1"
            sources:
              - uri: "git::https://example.com/acme/infra.git"
                path: "modules/vpc"
                version: "1.10"
                ref: "refs/tags/1.10"
                commit: "%s"
                tree: "%s"
            """
                .formatted(COMMIT, TREE));
  }

  @Test
  void theNameOfTheRevisionSaysWhatKindItIs() {
    assertThat(revisionLine("git::https://x/a.git", COMMIT)).isEqualTo("commit: \"%s\"", COMMIT);
    String digest = "ab12".repeat(16);
    assertThat(revisionLine("https://x/a.zip", digest)).isEqualTo("archive: \"sha256:%s\"", digest);
    assertThat(revisionLine("https://x/a.zip", digest + digest))
        .isEqualTo("archive: \"sha512:%s\"", digest + digest);
    assertThat(revisionLine("oci://x/a", "sha256:" + digest))
        .isEqualTo("revision: \"sha256:%s\"", digest);
    assertThat(revisionLine("s3::https://x/a", "etag:\"q\""))
        .isEqualTo("revision: \"etag:\\\"q\\\"\"");
  }

  @Test
  void theOrderInWhichEntriesAreFoundDoesNotShow() {
    List<LockEntry> entries =
        IntStream.range(0, 50)
            .mapToObj(i -> entry(new LockKey("git::https://x/" + i, "p" + i, "v" + i), COMMIT))
            .collect(Collectors.toList());
    String text = LockText.of(LockFile.of(entries));
    Collections.reverse(entries);

    assertThat(LockText.of(LockFile.of(entries))).isEqualTo(text);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    LockFile file =
        LockFile.of(
            List.of(
                entry(VPC, COMMIT),
                new LockEntry(
                    new LockKey("https://x/é \"q\".zip", "a\\b", "no"),
                    Optional.empty(),
                    "ab12".repeat(16),
                    true,
                    TREE),
                new LockEntry(
                    new LockKey("s3::https://x/\u0085\u2028", "", ""),
                    Optional.empty(),
                    "v\t1",
                    false,
                    TREE)));

    assertThat(reader().read(LockText.of(file)).entries())
        .containsExactlyElementsOf(file.entries());
    assertThat(reader().read(LockText.of(LockFile.EMPTY)).entries()).isEmpty();
  }

  @Test
  void everyYamlParserReadsTheSameStrings() {
    LockEntry odd = entry(new LockKey("https://x/\u0007\"\\", "1.10", "no"), "1e5");
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));

    Object read = yaml.load(LockText.of(LockFile.of(List.of(odd))));

    assertThat(read.toString())
        .contains("uri=https://x/\u0007\"\\, path=1.10, version=no", "revision=1e5");
  }

  private static String revisionLine(String uri, String revision) {
    LockEntry entry =
        new LockEntry(new LockKey(uri, "", ""), Optional.empty(), revision, false, TREE);
    return LockText.of(LockFile.of(List.of(entry)))
        .lines()
        .skip(6)
        .findFirst()
        .orElseThrow()
        .strip();
  }
}
