package io.github.sourceprovisioner.locate;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which rows of the reference do not run, and which of our rules overrule others. */
final class ReferenceRulings {

  private static final Map<String, String> SKIPPED_KINDS =
      Map.of(
          "netrc", "credentials are looked up outside of the grammar",
          "xtg", "answers of a server are for the http fetcher",
          "gitsub", "submodules are for the git fetcher");

  private static final Map<String, String> SKIPPED_STAGES =
      Map.of(
          "extract", "unpacking is the archive room's",
          "glob", "globs are resolved in the fetched tree",
          "file", "checksum files are read by the fetcher");

  private static final Map<String, String> SKIPPED_ROWS =
      Map.ofEntries(
          entry("detect-054", "the grammar reads no file system: links are not resolved"),
          entry("detect-055", "the grammar reads no file system: links are not resolved"),
          entry("detect-056", "a source always has a base directory"),
          entry("checksum-004", "well-formed; found by verifying content"),
          entry("checksum-010", "well-formed; found by verifying content"),
          entry("checksum-013", "well-formed; found by verifying content"),
          entry("checksum-065", "described in words; gitref-036 runs it"));

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

  /** Why a row does not run; empty if it does. */
  static Optional<String> skipped(ReferenceCase row) {
    if (row.text("os").equals("windows")) {
      return Optional.of("paths of Windows need its file system");
    }
    if (row.has("scope")) {
      return Optional.of("one detector of go-getter alone; the whole chain decides otherwise");
    }
    if (row.kind().equals("evil") && !EVIL_STRINGS.contains(row.id())) {
      return Optional.of("the danger is in an archive, a repository or an answer");
    }
    return Optional.ofNullable(SKIPPED_KINDS.get(row.kind()))
        .or(() -> Optional.ofNullable(SKIPPED_STAGES.get(row.stage())))
        .or(() -> Optional.ofNullable(SKIPPED_ROWS.get(row.id())));
  }

  /** The rows of a kind that run. */
  static Stream<ReferenceCase> run(String kind) {
    return ReferenceCase.all().stream()
        .filter(row -> row.kind().equals(kind) && skipped(row).isEmpty());
  }
}
