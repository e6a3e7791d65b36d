package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryReportTest {

  @Test
  void no_rows_are_a_sentence_an_empty_array_or_a_header() {
    assertThat(InventoryReport.render(List.of(), Format.TABLE))
        .isEqualTo("No component with a source was found.");
    assertThat(InventoryReport.render(List.of(), Format.JSON)).isEqualTo("[]");
    assertThat(InventoryReport.render(List.of(), Format.YAML)).isEqualTo("[]");
    assertThat(InventoryReport.render(List.of(), Format.CSV)).isEqualTo(CSV_HEADER);
  }

  @Test
  void the_table_of_one_module_does_not_name_it() {
    assertThat(InventoryReport.render(List.of(Samples.current()), Format.TABLE))
        .isEqualTo(
            """
            STACK  COMPONENT  TYPE       SOURCE                                     VERSION  REVISION      STATUS   WORKDIR
            dev    vpc        terraform  example.com/acme/modules.git//modules/vpc  v1       0123456789ab  current  target/workdir/terraform/dev/vpc""");
  }

  @Test
  void the_table_of_several_modules_names_them_and_says_why_a_row_is_invalid() {
    assertThat(
            InventoryReport.render(
                List.of(Samples.current(), Samples.invalid("apps")), Format.TABLE))
        .isEqualTo(
            """
            MODULE   STACK  COMPONENT  TYPE       SOURCE                                     VERSION  REVISION      STATUS   WORKDIR
            network  dev    vpc        terraform  example.com/acme/modules.git//modules/vpc  v1       0123456789ab  current  target/workdir/terraform/dev/vpc
            apps     dev    ingress    helmfile   -                                          -        -             invalid  target/workdir/helmfile/dev/ingress

            dev/ingress: reading its source: unknown key "verison" [code 2]
              declared at src/main/stacks/dev.yaml:14:9
              Try: write version
              Try: remove the key""");
  }

  @Test
  void json_has_every_key_in_every_object_and_null_for_what_is_absent() {
    assertThat(
            InventoryReport.render(
                List.of(Samples.current(), Samples.invalid("apps")), Format.JSON))
        .isEqualTo(
            """
            [
              {
                "module": "network",
                "stack": "dev",
                "type": "terraform",
                "component": "vpc",
                "uri": "example.com/acme/modules.git//modules/vpc",
                "version": "v1",
                "ttl": "1h30m",
                "location": {
                  "scheme": "git",
                  "url": "https://example.com/acme/modules.git",
                  "ref": "v1",
                  "subdir": "modules/vpc",
                  "archive": null,
                  "checksum": null,
                  "coordinates": "com.example.acme:modules"
                },
                "workdir": "target/workdir/terraform/dev/vpc",
                "status": "current",
                "revision": "0123456789abcdef0123456789abcdef01234567",
                "treeHash": "t1:sha256:ab",
                "provisionedAt": "2026-01-02T03:04:05Z",
                "error": null
              },
              {
                "module": "apps",
                "stack": "dev",
                "type": "helmfile",
                "component": "ingress",
                "uri": null,
                "version": null,
                "ttl": null,
                "location": null,
                "workdir": "target/workdir/helmfile/dev/ingress",
                "status": "invalid",
                "revision": null,
                "treeHash": null,
                "provisionedAt": null,
                "error": {
                  "kind": "InvalidStack",
                  "code": 2,
                  "message": "unknown key \\"verison\\"",
                  "file": "src/main/stacks/dev.yaml",
                  "line": 14,
                  "column": 9,
                  "advice": [
                    "write version",
                    "remove the key"
                  ]
                }
              }
            ]""");
  }

  @Test
  void yaml_says_the_same() {
    assertThat(InventoryReport.render(List.of(Samples.current()), Format.YAML))
        .isEqualTo(
            """
            - module: network
              stack: dev
              type: terraform
              component: vpc
              uri: example.com/acme/modules.git//modules/vpc
              version: v1
              ttl: "1h30m"
              location:
                scheme: git
                url: "https://example.com/acme/modules.git"
                ref: v1
                subdir: modules/vpc
                archive: null
                checksum: null
                coordinates: "com.example.acme:modules"
              workdir: target/workdir/terraform/dev/vpc
              status: current
              revision: "0123456789abcdef0123456789abcdef01234567"
              treeHash: "t1:sha256:ab"
              provisionedAt: "2026-01-02T03:04:05Z"
              error: null""");
  }

  @Test
  void csv_has_one_record_a_row_and_the_error_in_columns() {
    assertThat(
            InventoryReport.render(List.of(Samples.current(), Samples.invalid("apps")), Format.CSV))
        .isEqualTo(
            CSV_HEADER
                + "\r\nnetwork,dev,terraform,vpc,example.com/acme/modules.git//modules/vpc,v1,1h30m,"
                + "git,https://example.com/acme/modules.git,v1,modules/vpc,,,"
                + "com.example.acme:modules,target/workdir/terraform/dev/vpc,current,"
                + "0123456789abcdef0123456789abcdef01234567,t1:sha256:ab,2026-01-02T03:04:05Z"
                + ",,,,,,,"
                + "\r\napps,dev,helmfile,ingress,,,,,,,,,,,target/workdir/helmfile/dev/ingress,"
                + "invalid,,,,InvalidStack,2,\"unknown key \"\"verison\"\"\","
                + "src/main/stacks/dev.yaml,14,9,write version; remove the key");
  }

  private static final String CSV_HEADER =
      "module,stack,type,component,uri,version,ttl,location.scheme,location.url,location.ref,"
          + "location.subdir,location.archive,location.checksum,location.coordinates,workdir,"
          + "status,revision,treeHash,provisionedAt,error.kind,error.code,error.message,"
          + "error.file,error.line,error.column,error.advice";
}
