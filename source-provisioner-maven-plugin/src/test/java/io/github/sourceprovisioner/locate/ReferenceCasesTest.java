package io.github.sourceprovisioner.locate;

import static io.github.sourceprovisioner.locate.NormalForm.comparable;
import static io.github.sourceprovisioner.locate.NormalForm.normalForm;
import static io.github.sourceprovisioner.locate.ReferenceRulings.OURS;
import static io.github.sourceprovisioner.locate.ReferenceRulings.REFUSED_BY_RULE;
import static io.github.sourceprovisioner.locate.ReferenceRulings.run;
import static io.github.sourceprovisioner.locate.ReferenceRulings.skipped;
import static io.github.sourceprovisioner.locate.Sources.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the reference that a grammar can decide; the others are listed with the reason. */
class ReferenceCasesTest {

  static Stream<ReferenceCase> detect() {
    return run("detect");
  }

  static Stream<ReferenceCase> subdir() {
    return run("subdir");
  }

  static Stream<ReferenceCase> archive() {
    return run("archive");
  }

  static Stream<ReferenceCase> checksum() {
    return run("checksum");
  }

  static Stream<ReferenceCase> evil() {
    return run("evil");
  }

  static Stream<ReferenceCase> redact() {
    return run("redact");
  }

  @Test
  void everyRowRunsOrIsSkippedForAReason() {
    Map<String, Long> counts =
        ReferenceCase.all().stream()
            .filter(row -> skipped(row).isEmpty())
            .collect(Collectors.groupingBy(ReferenceCase::kind, Collectors.counting()));
    assertThat(ReferenceCase.all()).hasSize(379);
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "detect",
                100L,
                "subdir",
                28L,
                "archive",
                22L,
                "checksum",
                18L,
                "evil",
                7L,
                "gitref",
                27L,
                "s3url",
                12L,
                "gcsurl",
                6L,
                "redact",
                10L));
  }

  /** What the grammar cannot decide runs against a host; 19 rows do not, for these reasons. */
  @Test
  void everyOtherRowRunsElsewhereOrHasItsReason() {
    Map<String, Long> counts =
        ReferenceCase.all().stream()
            .flatMap(row -> skipped(row).stream())
            .collect(Collectors.groupingBy(reason -> reason, Collectors.counting()));
    Map<String, Long> elsewhere =
        Map.of(
            ReferenceRulings.NETRC,
            7L,
            ReferenceRulings.HOPS,
            15L,
            ReferenceRulings.SUBDIRECTORIES,
            10L,
            ReferenceRulings.SUMS,
            27L,
            ReferenceRulings.ARCHIVES,
            51L,
            ReferenceRulings.BYTES,
            12L,
            ReferenceRulings.REPOSITORIES,
            8L);
    assertThat(counts).containsAllEntriesOf(elsewhere);
    counts.keySet().removeAll(elsewhere.keySet());
    assertThat(counts.values().stream().mapToLong(n -> n).sum()).isEqualTo(19);
  }

  @ParameterizedTest
  @MethodSource
  void detect(ReferenceCase row) {
    String directory = row.text("pwd").startsWith("/") ? row.text("pwd") : "/pwd";
    if (REFUSED_BY_RULE.containsKey(row.id()) || row.asksForRefusal()) {
      assertRefused(directory, row.input());
      return;
    }
    String required =
        OURS.getOrDefault(row.id(), row.required().toString().split(" (?=with |\\()")[0]);
    SourceLocation location = Sources.locate(Sources.at(directory, row.input()));
    assertThat(normalForm(location)).isEqualTo(comparable(required));
  }

  @ParameterizedTest
  @MethodSource
  void subdir(ReferenceCase row) {
    if (row.asksForRefusal()) {
      assertRefused("/pwd", row.input());
      return;
    }
    List<?> required = (List<?>) row.required();
    if (row.stage().equals("client")) {
      SourceLocation location = Sources.locate(row.input());
      String getterAndUrl = required.get(0) + "::" + required.get(1);
      String subdir = required.get(2).equals(".") ? "" : "//" + required.get(2);
      String[] halves = getterAndUrl.split("\\?", 2);
      String query = halves.length == 1 ? "" : "?" + halves[1];
      assertThat(normalForm(location)).isEqualTo(comparable(halves[0] + subdir + query));
      return;
    }
    UriParts parts = UriParts.of(row.input());
    String force = parts.force().isEmpty() ? "" : parts.force() + "::";
    String query = parts.query().isEmpty() ? "" : "?" + parts.query();
    assertThat(List.of(force + parts.place() + query, parts.marked().orElse("")))
        .isEqualTo(required);
  }

  @ParameterizedTest
  @MethodSource
  void archive(ReferenceCase row) {
    if (REFUSED_BY_RULE.containsKey(row.id())) {
      assertRefused("/pwd", row.input());
      return;
    }
    assertThat(Sources.locate(row.input()).archive().orElse(null))
        .isEqualTo(row.row().get("expect"));
  }

  @ParameterizedTest
  @MethodSource
  void checksum(ReferenceCase row) {
    String none = "https://h.invalid/x.zip";
    String uri = row.id().equals("checksum-001") ? none : none + "?checksum=" + value(row);
    if (REFUSED_BY_RULE.containsKey(row.id()) || row.asksForRefusal()) {
      assertRefused("/pwd", uri);
      return;
    }
    String required = row.required().toString();
    String type = Sources.locate(uri).checksum().map(c -> c.split(":")[0]).orElse("none");
    assertThat(type).isEqualTo(required.equals("download from pwd") ? "file" : required);
  }

  private static String value(ReferenceCase row) {
    return row.input().startsWith("(parameter present but empty") ? "" : row.input();
  }

  @ParameterizedTest
  @MethodSource
  void evil(ReferenceCase row) {
    assertRefused("/pwd", row.input());
  }

  @ParameterizedTest
  @MethodSource
  void redact(ReferenceCase row) {
    assertThat(Redaction.redact(row.input())).isEqualTo(row.required());
  }
}
