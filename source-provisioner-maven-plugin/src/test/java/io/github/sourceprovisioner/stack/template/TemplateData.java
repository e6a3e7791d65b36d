package io.github.sourceprovisioner.stack.template;

import static io.github.sourceprovisioner.stack.ManifestFixture.yaml;

import io.github.sourceprovisioner.model.MapValue;

/** Data with one value of every kind. */
final class TemplateData {

  static final MapValue DATA =
      yaml(
          "Version: 1.10",
          "Component: vpc",
          "vars:",
          "  stage: dev",
          "  count: 3",
          "  zero: 0",
          "  hex: 0x10",
          "  on: true",
          "  yes: True",
          "  off: false",
          "  nothing: ~",
          "  empty: ''",
          "  list: [a, b]",
          "  none: []",
          "  my-key: dashed",
          "  nested: {name: deep}",
          "  rows: [{name: first}]",
          "  later: !terraform.output x",
          "  again: '{{ .vars.stage }}'");

  private TemplateData() {}
}
