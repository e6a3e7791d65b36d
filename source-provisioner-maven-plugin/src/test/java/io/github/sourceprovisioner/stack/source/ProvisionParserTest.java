package io.github.sourceprovisioner.stack.source;

import static io.github.sourceprovisioner.stack.ManifestFixture.in;
import static io.github.sourceprovisioner.stack.ManifestFixture.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.ProvisionSettings;
import io.github.sourceprovisioner.stack.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProvisionParserTest {

  private static final MapValue NOTHING = yaml();

  private final ProvisionParser parser = new ProvisionParser();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "provision: {source: {enabled: 'true'}} | provision.source.enabled must be true or false,"
            + " but is a string | write true or false, without quotes",
        "provision: {workdir: {enabled: 1}} | provision.workdir.enabled must be true or false, but"
            + " is an integer | write true or false, without quotes",
        "provision: {source: {force: [x]}} | provision.source.force must be true or false, but is"
            + " a list | write one value behind 'force:'",
        "provision: {source: {forced: true}} | unknown key 'forced' in provision.source"
            + " | write 'force' instead of 'forced'",
        "provision: {workdir: {path: x}} | unknown key 'path' in provision.workdir"
            + " | use only the keys enabled",
        "provision: {workdir: true} | provision.workdir must be a map, but is a boolean"
            + " | write the keys below 'workdir:', indented",
        "provision: {source: {timeout: soon}} | 'soon' is not a duration | write 90m, 1h30m, 7d or"
            + " 1w (at most 100 years), a number of seconds, 0, or one of minute, hourly, daily,"
            + " weekly, monthly, yearly",
        "provision: {source: {timeout: 0}} | provision.source.timeout leaves no time at all"
            + " | write a duration such as 5m, or remove the key",
        "provision: {source: {enabled: !terraform.output x}} | !terraform.output cannot be used in"
            + " a provision section | write the value itself, or use !env, !repo-root, !cwd or a"
            + " template",
        "metadata: {workdir: yes please} | metadata.workdir must be true or false, but is a string"
            + " | write true or false, without quotes",
        "metadata: {workdir: {enable: true}} | unknown key 'enable' in metadata.workdir"
            + " | write 'enabled' instead of 'enable'"
      })
  void refusesWhatCannotBeMeant(String section, String message, String advice) {
    Refusal refusal = Refusal.of(() -> parser.parse(yaml(section), NOTHING));

    assertThat(refusal.message()).isEqualTo(message);
    assertThat(refusal.advice()).isEqualTo(advice);
    assertThat(refusal.place()).startsWith("stacks/dev.yaml:1:");
  }

  @Test
  void refusesTwoWaysToSayTheOppositeAndNamesBoth() {
    MapValue section =
        yaml("provision: {workdir: {enabled: true}}", "metadata:", "  workdir: false");

    assertThat(Refusal.of(() -> parser.parse(section, NOTHING)))
        .isEqualTo(
            new Refusal(
                "provision.workdir.enabled at stacks/dev.yaml:1:23"
                    + " and metadata.workdir at stacks/dev.yaml:3:3 do not agree",
                "stacks/dev.yaml:3:3",
                "keep one of the two, best 'provision.workdir.enabled'"));
  }

  @Test
  void enablesTheSourceAndNothingElseByDefault() {
    ProvisionSettings usual = new ProvisionSettings(true, false, Optional.empty(), false);

    assertThat(parser.parse(yaml("vars: {a: 1}"), NOTHING)).isEqualTo(usual);
    assertThat(parser.parse(yaml("provision: ~", "metadata:"), NOTHING)).isEqualTo(usual);
    assertThat(parser.parse(yaml("provision: {backend: {a: 1}, targets: x}"), NOTHING))
        .isEqualTo(usual);
  }

  @Test
  void readsEverySetting() {
    MapValue section =
        yaml(
            "provision:",
            "  source: {enabled: false, force: true, timeout: 5m}",
            "  workdir: {enabled: true}");

    assertThat(parser.parse(section, NOTHING))
        .isEqualTo(new ProvisionSettings(false, true, Optional.of(Duration.ofMinutes(5)), true));
  }

  @ParameterizedTest
  @CsvSource({"true", "'{enabled: true}'"})
  void takesTheMetadataAsASynonym(String workdir) {
    MapValue section = yaml("metadata:", "  workdir: " + workdir);

    assertThat(parser.parse(section, NOTHING).workdirEnabled()).isTrue();
  }

  @Test
  void fallsBackToTheDefaultsKeyByKey() {
    MapValue defaults =
        in(
            "atmos.yaml",
            "source: {enabled: false, force: true, timeout: 1m}",
            "workdir: {enabled: true}");
    MapValue section = yaml("provision: {source: {enabled: true}}", "metadata: {workdir: false}");

    assertThat(parser.parse(section, defaults))
        .isEqualTo(new ProvisionSettings(true, true, Optional.of(Duration.ofMinutes(1)), false));
    assertThat(parser.parse(NOTHING, defaults).workdirEnabled()).isTrue();
  }
}
