package io.github.sourceprovisioner.stack.source;

import static io.github.sourceprovisioner.stack.ManifestFixture.in;
import static io.github.sourceprovisioner.stack.ManifestFixture.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.stack.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceParserTest {

  private static final Path BASE = Path.of("project").toAbsolutePath();

  private static final Map<String, String> PROPERTIES =
      Map.of("modules.version", "v2", "host", "github.com", "bad", "a\nb");

  private final SourceParser parser =
      new SourceParser(BASE, name -> Optional.ofNullable(PROPERTIES.get(name)));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{version: v1} | source has no uri | 1:9"
            + " | add 'uri:' with the place that the source comes from",
        "7 | source must be a string or a map, but is an integer | 1:9"
            + " | write 'source: <uri>', or a map with the key 'uri'",
        "{uri: u, verison: v1} | unknown key 'verison' in source | 1:18"
            + " | write 'version' instead of 'verison'",
        "{uri: u, depth: 1} | unknown key 'depth' in source | 1:18 | use only the keys uri, version,"
            + " type, path, auth, included_paths, excluded_paths, ttl, retry",
        "{uri: ''} | source.uri is empty | 1:15 | give 'uri' a value, or remove it",
        "{uri: 5} | source.uri must be a string, but is an integer | 1:15"
            + " | put the value in quotes: \"5\"",
        "{uri: [u]} | source.uri must be a string, but is a list | 1:15"
            + " | write one value behind 'uri:'",
        "{uri: \"a\\nb\"} | source.uri holds a control character | 1:15"
            + " | write the value on one line, without tabs and escapes",
        "{uri: 'x${bad}'} | source.uri holds a control character | 1:15"
            + " | write the value on one line, without tabs and escapes",
        "{uri: u, version: true} | source.version must be a string, but is a boolean | 1:27"
            + " | put the value in quotes: \"true\"",
        "{uri: u, version: ~} | source.version must be a string, but is null | 1:27 | write a"
            + " value, in quotes if it is meant to be the word null, or remove the key",
        "{uri: u, version: !terraform.output x} | !terraform.output cannot be used in a source"
            + " | 1:27 | write the value itself, or use !env, !repo-root, !cwd or a template",
        "{uri: u, type: gti} | source.type cannot be 'gti' | 1:24 | write 'git' instead of 'gti'",
        "{uri: u, type: mercurial} | source.type cannot be 'mercurial' | 1:24"
            + " | use one of git, git-worktree, http, s3, gcs, azure, oci, maven, file",
        "{uri: u, path: x} | source.path is only for sources of the type git-worktree | 1:18"
            + " | write the directory behind '//' in the uri; add 'type: git-worktree'",
        "{uri: u, included_paths: x} | source.included_paths must be a list of strings, but is a"
            + " string | 1:34 | write a list: included_paths: [\"**/*.tf\"]",
        "{uri: u, excluded_paths: [[x]]} | source.excluded_paths must be a string, but is a list"
            + " | 1:35 | write one value behind 'excluded_paths:'",
        "{uri: u, ttl: soon} | 'soon' is not a duration | 1:23 | write 90m, 1h30m, 7d or 1w (at"
            + " most 100 years), a number of seconds, 0, or one of minute, hourly, daily, weekly,"
            + " monthly, yearly",
        "{uri: 'h/x?ref=v1', version: v2} | the version at stacks/dev.yaml:1:38 and the ref in the"
            + " uri at stacks/dev.yaml:1:15 do not agree | 1:38"
            + " | keep one of the two: remove '?ref=' from the uri, or remove 'version'"
      })
  void refusesWhatCannotBeMeantWhereItIsWritten(
      String source, String message, String place, String advice) {
    assertThat(Refusal.of(() -> parse("source: " + source)))
        .isEqualTo(new Refusal(message, "stacks/dev.yaml:" + place, advice));
  }

  @Test
  void findsNoSourceWhereNoneIsWritten() {
    assertThat(parser.parse(component(yaml("vars: {a: 1}")))).isEmpty();
  }

  @Test
  void readsAFullSource() {
    SourceSpec spec =
        parse(
            "source:",
            "  uri: git::https://example.com/r.git//m",
            "  version: 1.10",
            "  type: git-worktree",
            "  path: modules/vpc\n  included_paths: ['**/*.tf']",
            "  excluded_paths: ['**/*.md', docs]",
            "  auth: work",
            "  ttl: 3600",
            "  retry: {max_attempts: 5, initial_delay: 300ms, max_delay: 1.5s, multiplier: 3,",
            "    max_elapsed_time: 1m30s, random_jitter: 0.25, backoff_strategy: linear}");

    assertThat(spec)
        .isEqualTo(
            new SourceSpec(
                "git::https://example.com/r.git//m",
                Optional.of("1.10"),
                Optional.of("git-worktree"),
                Optional.of("modules/vpc"),
                Optional.of("work"),
                new Filters(List.of("**/*.tf"), List.of("**/*.md", "docs")),
                Optional.of(Duration.ofHours(1)),
                new Retry(
                    5,
                    Duration.ofMillis(300),
                    Duration.ofMillis(1_500),
                    Duration.ofSeconds(90),
                    3.0,
                    0.25,
                    Retry.Strategy.LINEAR),
                BASE.resolve("stacks"),
                new Position("stacks/dev.yaml", 2, 8)));
  }

  @Test
  void takesTheDefaultsForWhatIsNotWritten() {
    SourceSpec spec = parse("source: {uri: u}");

    assertThat(List.of(spec.version(), spec.type(), spec.path(), spec.ttl()))
        .containsOnly(Optional.empty());
    assertThat(spec.filters()).isEqualTo(Filters.NONE);
    assertThat(spec.retry()).isEqualTo(Retry.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource({"1.10, 1.10", "1e5, 1e5", "0777, 0777", "'0x1F', 0x1F", "'\"no\"', no"})
  void keepsTheTextOfAVersion(String written, String version) {
    assertThat(parse("source: {uri: u, version: " + written + "}").version()).contains(version);
  }

  @Test
  void interpolatesMavenPropertiesInEveryString() {
    SourceSpec spec =
        parse(
            "source:",
            "  uri: 'https://${host}/${unknown}/$${host}/$x'",
            "  version: ${modules.version}",
            "  included_paths: ['${host}/**']");

    assertThat(spec.uri()).isEqualTo("https://github.com/${unknown}/${host}/$x");
    assertThat(spec.version()).contains("v2");
    assertThat(spec.filters().included()).containsExactly("github.com/**");
  }

  @Test
  void acceptsAnInlineRefThatAgreesWithTheVersion() {
    assertThat(parse("source: {uri: 'h/x?ref=a%2Fb', version: a/b}").version()).contains("a/b");
    assertThat(Refusal.of(() -> parse("source: {uri: 'h/x?ref=%zz', version: v}")).message())
        .endsWith("do not agree");
  }

  @Test
  void startsRelativePathsWhereTheUriIsWritten() {
    MapValue base = in("stacks/../catalog/base.yaml", "source: {uri: ./x}");
    Path other = BASE.resolveSibling("other");
    assertThat(directoryOf(base)).isEqualTo(BASE.resolve("catalog"));
    MapValue absolute = in(other.resolve("a.yaml").toString(), "source: {uri: ./x}");
    assertThat(directoryOf(absolute)).isEqualTo(other);
  }

  @Test
  void startsRelativePathsAtTheProjectIfNoFileWroteTheUri() {
    Position parameter = Position.of("-Dsource.uri");
    MapValue source =
        new MapValue(Map.of("uri", Scalar.string("./x", parameter)), Map.of(), parameter);
    MapValue section = new MapValue(Map.of("source", source), Map.of(), parameter);

    assertThat(directoryOf(section)).isEqualTo(BASE);
  }

  private SourceSpec parse(String... lines) {
    return parser.parse(component(yaml(lines))).orElseThrow();
  }

  private Path directoryOf(MapValue section) {
    return parser.parse(component(section)).orElseThrow().baseDirectory();
  }

  private static Component component(MapValue section) {
    return new Component(
        new ComponentId("terraform", "dev", "vpc"),
        section,
        true,
        "vpc",
        section.position(),
        Optional.empty());
  }
}
