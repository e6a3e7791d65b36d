package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescribeUriTest {

  @Test
  void a_uri_that_is_understood_is_explained_as_its_location() {
    assertThat(
            DescribeReport.renderUri(
                "example.com/a", Optional.of(Samples.LOCATION), Optional.empty(), Format.JSON))
        .isEqualTo(
            """
            {
              "uri": "example.com/a",
              "location": {
                "scheme": "git",
                "url": "https://example.com/acme/modules.git",
                "ref": "v1",
                "subdir": "modules/vpc",
                "archive": null,
                "checksum": null,
                "coordinates": "com.example.acme:modules"
              },
              "error": null
            }""");
  }

  @Test
  void a_uri_that_is_not_understood_is_explained_by_its_error() {
    assertThat(renderTypo(Format.TABLE))
        .isEqualTo(
            """
            uri:  what?

            unknown key "verison" [code 2]
              declared at src/main/stacks/dev.yaml:14:9
              Try: write version
              Try: remove the key""");
    assertThat(renderTypo(Format.YAML))
        .isEqualTo(
            """
            uri: "what?"
            location: null
            error:
              kind: InvalidStack
              code: 2
              message: "unknown key \\"verison\\""
              file: src/main/stacks/dev.yaml
              line: 14
              column: 9
              advice:
                - write version
                - remove the key""");
    assertThat(renderTypo(Format.CSV))
        .startsWith("uri,location.scheme,")
        .endsWith(
            "\r\nwhat?,,,,,,,,InvalidStack,2,\"unknown key \"\"verison\"\"\","
                + "src/main/stacks/dev.yaml,14,9,write version; remove the key");
  }

  private static String renderTypo(Format format) {
    return DescribeReport.renderUri("what?", Optional.empty(), Optional.of(Samples.typo()), format);
  }
}
