package io.github.sourceprovisioner.locate;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the reference that a grammar can decide; the others are listed with the reason. */
class ReferenceCasesTest {

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
  private static final Map<String, String> REFUSED_BY_RULE =
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
  private static final Map<String, String> OURS =
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

  private static final Set<String> GITREFS_REFUSED =
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

  private static Stream<ReferenceCase> run(String kind) {
    return ReferenceCase.all().stream()
        .filter(row -> row.kind().equals(kind) && skipped(row).isEmpty());
  }

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

  static Stream<ReferenceCase> gitref() {
    return run("gitref");
  }

  static Stream<ReferenceCase> s3url() {
    return run("s3url");
  }

  static Stream<ReferenceCase> gcsurl() {
    return run("gcsurl");
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

  /** What exists is for the fetcher to say; the grammar decides what may be asked. */
  @ParameterizedTest
  @MethodSource
  void gitref(ReferenceCase row) {
    String input =
        row.input()
            .replace("<40 hex>", "0123456789012345678901234567890123456789")
            .replace("<8 hex>", "01234567")
            .replace("<sha of a hidden commit>", "9876543210987654321098765432109876543210");
    String uri = "git::https://h.invalid/o/r.git?" + input;
    if (GITREFS_REFUSED.contains(row.id())) {
      assertRefused("/pwd", uri);
      return;
    }
    String ref = input.replaceFirst("^(?!ref=).*|ref=", "").replaceFirst("&.*", "");
    assertThat(Sources.locate(uri).ref().orElse("")).isEqualTo(ref.replace("%2F", "/"));
  }

  @ParameterizedTest
  @MethodSource
  void s3url(ReferenceCase row) {
    String uri = row.input().startsWith("s3::") ? row.input() : "s3::" + row.input();
    if (row.asksForRefusal()) {
      assertRefused("/pwd", uri);
      return;
    }
    Map<?, ?> required = (Map<?, ?>) row.required();
    SourceLocation location = Sources.locate(uri);
    assertThat(location.parameters())
        .containsEntry("bucket", "" + required.get("bucket"))
        .containsEntry("key", "" + required.get("key"))
        .containsEntry("region", "" + required.get("region"));
    assertThat(location.ref().orElse(null)).isEqualTo(required.get("version"));
    assertThat(InlineCredentials.of(Sources.of(uri)).map(Credential::user).orElse(null))
        .isEqualTo(required.get("access_key"));
  }

  @ParameterizedTest
  @MethodSource
  void gcsurl(ReferenceCase row) {
    if (row.asksForRefusal()) {
      assertRefused("/pwd", row.input());
      return;
    }
    Map<?, ?> required = (Map<?, ?>) row.required();
    SourceLocation location = Sources.locate(row.input());
    assertThat(location.parameters())
        .containsEntry("bucket", "" + required.get("bucket"))
        .containsEntry("object", "" + required.get("object"));
    Object generation = required.get("generation");
    assertThat(location.ref().orElse("")).isEqualTo(generation == null ? "" : "" + generation);
  }

  @ParameterizedTest
  @MethodSource
  void redact(ReferenceCase row) {
    assertThat(Redaction.redact(row.input())).isEqualTo(row.required());
  }

  private static void assertRefused(String directory, String uri) {
    assertThatThrownBy(() -> Sources.locate(Sources.at(directory, uri)))
        .isInstanceOfSatisfying(
            ProvisioningException.class,
            e -> {
              assertThat(e.advice()).isNotEmpty();
              assertThat(e.position()).contains(Sources.POSITION);
              assertThat(e.getMessage()).doesNotContain("\n").doesNotEndWith(".");
            });
  }

  /** A location as go-getter would write it, without the forced prefix. */
  private static String normalForm(SourceLocation location) {
    String query =
        Stream.of(
                location.ref().filter(r -> location.scheme().equals("git")).map(r -> "ref=" + r),
                location.ref().filter(r -> location.scheme().equals("s3")).map(r -> "version=" + r),
                location.checksum().map(c -> "checksum=" + c))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("&"));
    String subdir = location.subdir().isEmpty() ? "" : "//" + location.subdir();
    String url = location.url() + subdir + (query.isEmpty() ? "" : "?" + query);
    return location.scheme() + " " + url;
  }

  /**
   * A normal form of go-getter, with the differences that mean nothing taken out: the prefix is the
   * scheme, {@code //.} is the root, {@code depth} has no meaning, a ref is not encoded.
   */
  private static String comparable(String goGetter) {
    String[] halves = goGetter.split("::(?=[a-z])", 2);
    String url = halves[halves.length - 1];
    String prefix = halves.length == 1 ? url.substring(0, url.indexOf(':')) : halves[0];
    return prefix.replace("https", "http")
        + " "
        + url.replaceFirst("depth=1&|&depth=1", "")
            .replaceFirst("//\\.(?=\\?|$)", "")
            .replace("%2F", "/");
  }
}
