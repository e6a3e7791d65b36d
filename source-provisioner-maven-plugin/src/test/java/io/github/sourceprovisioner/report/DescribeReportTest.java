package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Scalar.Kind;
import io.github.sourceprovisioner.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescribeReportTest {

  @Test
  void json_adds_the_merged_section_with_typed_scalars() {
    assertThat(DescribeReport.render(Samples.current(section()), Format.JSON))
        .startsWith("{\n  \"module\": \"network\",\n  \"stack\": \"dev\",")
        .endsWith(
            """
              "error": null,
              "merged": {
                "vars": {
                  "cidr": "10.0.0.0/16",
                  "azs": 3,
                  "ratio": 1.10,
                  "mode": "0644",
                  "nat": true,
                  "note": null,
                  "token": "!env TOKEN",
                  "tags": [
                    "a",
                    {}
                  ]
                }
              }
            }""");
  }

  @Test
  void yaml_has_the_same_section() {
    assertThat(DescribeReport.render(Samples.current(section()), Format.YAML))
        .startsWith("module: network\nstack: dev\n")
        .endsWith("error: null\n" + MERGED);
  }

  @Test
  void the_table_shows_what_is_known_and_the_section_as_yaml() {
    assertThat(DescribeReport.render(Samples.current(section()), Format.TABLE))
        .isEqualTo(
            """
            module:                network
            stack:                 dev
            type:                  terraform
            component:             vpc
            uri:                   example.com/acme/modules.git//modules/vpc
            version:               v1
            ttl:                   1h30m
            location.scheme:       git
            location.url:          https://example.com/acme/modules.git
            location.ref:          v1
            location.subdir:       modules/vpc
            location.coordinates:  com.example.acme:modules
            workdir:               target/workdir/terraform/dev/vpc
            status:                current
            revision:              0123456789abcdef0123456789abcdef01234567
            treeHash:              t1:sha256:ab
            provisionedAt:         2026-01-02T03:04:05Z

            """
                + MERGED);
  }

  @Test
  void the_table_of_an_invalid_component_ends_in_its_failure_and_what_could_be_merged() {
    assertThat(DescribeReport.render(Samples.invalid("apps"), Format.TABLE))
        .isEqualTo(
            """
            module:     apps
            stack:      dev
            type:       helmfile
            component:  ingress
            workdir:    target/workdir/helmfile/dev/ingress
            status:     invalid

            dev/ingress: reading its source: unknown key "verison" [code 2]
              declared at src/main/stacks/dev.yaml:14:9
              Try: write version
              Try: remove the key

            merged: {}""");
  }

  @Test
  void csv_holds_the_section_in_one_field() {
    MapValue section = map(Map.of("vars", map(Map.of("a", scalar("x", Kind.STRING)))));

    assertThat(DescribeReport.render(Samples.current(section), Format.CSV))
        .contains("error.advice,merged\r\n")
        .endsWith(",\"{\n  \"\"vars\"\": {\n    \"\"a\"\": \"\"x\"\"\n  }\n}\"");
  }

  @Test
  void the_secrets_of_a_source_do_not_show_in_the_merged_section() {
    Scalar uri = scalar("https://me:canary@example.com/a.git?token=canary", Kind.STRING);
    MapValue asMap = map(Map.of("uri", uri));

    for (MapValue section :
        List.of(
            map(Map.of("source", asMap)),
            map(Map.of("source", uri)),
            map(Map.of("metadata", map(Map.of("source", asMap)))),
            map(Map.of("metadata", map(Map.of("source", uri)))))) {
      assertThat(DescribeReport.render(Samples.current(section), Format.JSON))
          .contains("https://me:redacted@example.com/a.git?token=redacted")
          .doesNotContain("canary");
    }
  }

  @Test
  void the_secrets_of_urls_do_not_show_wherever_they_stand() {
    String url = "postgres://admin:canary@db.example.com/app";
    MapValue section =
        map(
            Map.of(
                "vars", map(Map.of("database", scalar(url, Kind.STRING))),
                "env", map(Map.of("PROXY", scalar("http://canary9Token@proxy:3128", Kind.STRING))),
                "settings",
                    map(
                        Map.of(
                            "scripts",
                            new ListValue(
                                List.of(scalar("line 1\n\tcurl '" + url + "'\n", Kind.STRING)),
                                false,
                                Samples.DECLARED),
                            url,
                            scalar("a mail to me@example.com", Kind.STRING)))));

    for (Format format : Format.values()) {
      assertThat(DescribeReport.render(Samples.current(section), format))
          .contains("postgres://admin:redacted@db.example.com/app", "me@example.com")
          .doesNotContain("canary");
    }
    assertThat(DescribeReport.render(Samples.current(section), Format.JSON))
        .contains("line 1\\n\\tcurl 'postgres://admin:redacted@db.example.com/app'\\n");
  }

  private static final String MERGED =
      """
      merged:
        vars:
          cidr: "10.0.0.0/16"
          azs: 3
          ratio: 1.10
          mode: "0644"
          nat: true
          note: null
          token: "!env TOKEN"
          tags:
            - a
            - {}""";

  private static MapValue section() {
    Map<String, Value> vars = new LinkedHashMap<>();
    vars.put("cidr", scalar("10.0.0.0/16", Kind.STRING));
    vars.put("azs", scalar("3", Kind.INTEGER));
    vars.put("ratio", scalar("1.10", Kind.FLOAT));
    vars.put("mode", scalar("0644", Kind.INTEGER));
    vars.put("nat", scalar("True", Kind.BOOLEAN));
    vars.put("note", scalar("", Kind.NULL));
    vars.put("token", new Scalar("TOKEN", Kind.STRING, Optional.of("!env"), Samples.DECLARED));
    vars.put(
        "tags",
        new ListValue(List.of(scalar("a", Kind.STRING), map(Map.of())), false, Samples.DECLARED));
    return map(Map.of("vars", map(vars)));
  }

  private static MapValue map(Map<String, Value> entries) {
    return new MapValue(entries, Map.of(), Samples.DECLARED);
  }

  private static Scalar scalar(String text, Kind kind) {
    return new Scalar(text, kind, Optional.empty(), Samples.DECLARED);
  }
}
