package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.Coordinates;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CacheReportTest {

  private static final Coordinates MODULES = new Coordinates("com.example.acme", "modules");
  private static final Instant USED = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final List<CacheEntry> ENTRIES =
      List.of(
          new CacheEntry(
              MODULES,
              "https://example.com/acme/modules.git",
              "vpc",
              Samples.COMMIT,
              "t1:sha256:ab",
              79_123,
              USED,
              Optional.of(USED.minusSeconds(60)),
              Set.of("terraform", "helmfile")),
          new CacheEntry(
              MODULES,
              "https://example.com/acme/modules.git",
              "",
              "sha256:fedcba98765432100",
              "t1:sha256:cd",
              5,
              USED,
              Optional.empty(),
              Set.of("packer")));

  @Test
  void an_empty_cache_is_a_sentence_an_empty_array_or_a_header() {
    assertThat(CacheReport.render(List.of(), Format.TABLE))
        .isEqualTo("The cache holds no snapshot.");
    assertThat(CacheReport.render(List.of(), Format.JSON)).isEqualTo("[]");
    assertThat(CacheReport.render(List.of(), Format.CSV))
        .isEqualTo("coordinates,url,subdir,revision,treeHash,bytes,lastUsed,lastChecked,types");
  }

  @Test
  void the_table_rounds_sizes_and_times_for_people() {
    assertThat(CacheReport.render(ENTRIES, Format.TABLE))
        .isEqualTo(
            """
            COORDINATES               SUBDIR  REVISION      SIZE   LAST USED             LAST CHECKED          TYPES
            com.example.acme:modules  vpc     0123456789ab  79 KB  2026-01-02T03:04:05Z  2026-01-02T03:03:05Z  helmfile, terraform
            com.example.acme:modules  -       fedcba987654  5 B    2026-01-02T03:04:05Z  -                     packer""");
  }

  @Test
  void machines_get_bytes_and_whole_revisions() {
    assertThat(CacheReport.render(ENTRIES.subList(1, 2), Format.JSON))
        .isEqualTo(
            """
            [
              {
                "coordinates": "com.example.acme:modules",
                "url": "https://example.com/acme/modules.git",
                "subdir": "",
                "revision": "sha256:fedcba98765432100",
                "treeHash": "t1:sha256:cd",
                "bytes": 5,
                "lastUsed": "2026-01-02T03:04:05.678Z",
                "lastChecked": null,
                "types": [
                  "packer"
                ]
              }
            ]""");
    assertThat(CacheReport.render(ENTRIES.subList(1, 2), Format.YAML))
        .startsWith("- coordinates: \"com.example.acme:modules\"\n")
        .endsWith("  types:\n    - packer");
    assertThat(CacheReport.render(ENTRIES.subList(0, 1), Format.CSV))
        .endsWith(
            "\r\ncom.example.acme:modules,https://example.com/acme/modules.git,vpc,"
                + Samples.COMMIT
                + ",t1:sha256:ab,79123,2026-01-02T03:04:05.678Z,2026-01-02T03:03:05.678Z,"
                + "helmfile; terraform");
  }
}
