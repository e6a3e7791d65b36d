package io.github.sourceprovisioner.locate;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rows of the reference the grammar does not decide, who does, and which of our rules
 * overrule others.
 */
final class ReferenceRulings {

  static final String HOPS = "reference.ReferenceHopsTest runs it";
  static final String SUBDIRECTORIES = "reference.ReferenceSubdirectoriesTest runs it";
  static final String SUMS = "reference.ReferenceSumsTest runs it";
  static final String REPOSITORIES = "reference.ReferenceGitTest runs it";
  static final String ARCHIVES = "archive.ReferenceArchivesTest runs it";
  static final String BYTES = "archive.ReferenceBytesTest runs it";
  static final String NETRC = "mojo.maven.access.NetrcReferenceTest runs it";

  private static final Map<String, String> SKIPPED_KINDS =
      Map.of(
          "netrc", NETRC,
          "xtg", HOPS,
          "gitsub", "ours is another: fetch.git.SubmodulesTest and LargeFilesTest show it");

  private static final Map<String, String> SKIPPED_STAGES =
      Map.of("extract", ARCHIVES, "glob", SUBDIRECTORIES, "file", SUMS);

  private static final Map<String, Set<String>> SKIPPED_ROWS =
      Map.of(
          HOPS,
          Set.of("evil-040", "evil-041", "evil-042", "evil-054"),
          SUMS,
          Set.of("checksum-004", "checksum-010", "checksum-013"),
          REPOSITORIES,
          Set.of(
              "evil-036",
              "evil-037",
              "evil-049",
              "evil-051",
              "evil-052",
              "checksum-065",
              "detect-054",
              "detect-055"),
          BYTES,
          Set.of(
              "archive-074",
              "archive-078",
              "archive-080",
              "archive-087",
              "archive-092",
              "archive-093",
              "archive-094",
              "archive-095",
              "archive-096",
              "archive-097",
              "evil-025",
              "evil-046"),
          "a source always has a base directory",
          Set.of("detect-056"),
          "no mode is for directories alone: a single file is a tree of one file",
          Set.of("archive-075", "archive-079"),
          "a body is never cut at a limit: web.StoppingTest ends one that is endless",
          Set.of("evil-043"),
          "netrc-008 is the same",
          Set.of("evil-045"),
          "no work tree is updated in place: a workdir is replaced",
          Set.of("evil-047"));

  /** Rows of kind evil that are strings and whose danger shows in the string. */
  private static final Set<String> EVIL_STRINGS =
      Set.of("evil-027", "evil-028", "evil-029", "evil-030", "evil-031", "evil-033", "evil-038");

  /** Rows that the rules "Ours, in short" overrule: the rule, and a refusal instead of a URL. */
  static final Map<String, String> REFUSED_BY_RULE =
      Map.ofEntries(
          entry("detect-005", "4: unknown parameter"),
          entry("detect-009", "4: unknown parameter"),
          entry("detect-010", "4: unknown parameter"),
          entry("detect-014", "4: unknown parameter"),
          entry("detect-053", "4: unknown parameter"),
          entry("detect-150", "4: unknown parameter"),
          entry("detect-108", "4: duplicate parameter"),
          entry("detect-153", "go-getter refuses the checksum one step later"),
          entry("archive-023", "4: unknown archive value"),
          entry("archive-024", "4: unknown archive value"),
          entry("archive-034", "gitref-038 refuses the same"),
          entry("checksum-030", "4: duplicate parameter"));

  /** What "ours" says in words, as a normal form. */
  static final Map<String, String> OURS =
      Map.ofEntries(
          entry("detect-091", "git::https://github.com/o/r.git?ref=v1"),
          entry("detect-095", "git::https://github.com/o/r.git//sp ace"),
          entry("detect-102", "git::https://github.com/o/r.git"),
          entry("detect-135", "file:///p/foo.iso?checksum=file:http://h.invalid/x.sum"),
          entry("detect-136", "file:///p/s3.amazonaws.com/x"),
          entry("detect-137", "file:///p/vendored/www.googleapis.com/a/b"),
          entry("detect-141", "s3::https://s3.amazonaws.com/my.bucket/foo.zip"),
          entry("detect-142", "file:///pwd/foo/bar.amazonaws.com/x/y/z"),
          entry("detect-143", "s3::https://s3.cn-north-1.amazonaws.com.cn/bucket/foo"),
          entry("detect-144", "gcs::https://storage.googleapis.com/bucket/foo"));

  static final Set<String> GITREFS_REFUSED =
      Set.of(
          "gitref-015",
          "gitref-029",
          "gitref-030",
          "gitref-032",
          "gitref-033",
          "gitref-034",
          "gitref-036",
          "gitref-037",
          "gitref-038");

  private ReferenceRulings() {}

  /** Why a row does not run here; empty if it does. */
  static Optional<String> skipped(ReferenceCase row) {
    if (row.text("os").equals("windows")) {
      return Optional.of("paths of Windows need its file system");
    }
    if (row.has("scope")) {
      return Optional.of("one detector of go-getter alone; the whole chain decides otherwise");
    }
    Optional<String> alone =
        SKIPPED_ROWS.entrySet().stream()
            .filter(rows -> rows.getValue().contains(row.id()))
            .map(Map.Entry::getKey)
            .findFirst();
    if (alone.isEmpty() && row.kind().equals("evil") && !EVIL_STRINGS.contains(row.id())) {
      return Optional.of(ARCHIVES);
    }
    return alone
        .or(() -> Optional.ofNullable(SKIPPED_KINDS.get(row.kind())))
        .or(() -> Optional.ofNullable(SKIPPED_STAGES.get(row.stage())));
  }

  /** The rows of a kind that run. */
  static Stream<ReferenceCase> run(String kind) {
    return ReferenceCase.all().stream()
        .filter(row -> row.kind().equals(kind) && skipped(row).isEmpty());
  }
}
