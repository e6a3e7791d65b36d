package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.CacheEntry;
import io.github.sourceprovisioner.model.CachedRepository;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CacheReportTest {

  private static final Coordinates MODULES = new Coordinates("com.example.acme", "modules");
  private static final String URL = "https://example.com/acme/modules.git";
  private static final Instant USED = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final CacheEntry VPC =
      new CacheEntry(
          MODULES,
          URL,
          "vpc",
          Samples.COMMIT,
          "t1:sha256:ab",
          79_123,
          USED,
          Optional.of(USED.minusSeconds(60)),
          Set.of("terraform", "helmfile"));
  private static final CacheEntry ROOT =
      new CacheEntry(
          MODULES,
          URL,
          "",
          "sha256:fedcba98765432100",
          "t1:sha256:cd",
          5,
          USED,
          Optional.empty(),
          Set.of("packer"));
  private static final CachedRepository GIT =
      new CachedRepository(
          MODULES,
          URL,
          List.of(VPC, ROOT),
          Optional.of(new CachedRepository.Store(36_000_000, 3, USED)),
          List.of(
              new CachedRepository.Ref(
                  "refs/heads/main",
                  Samples.COMMIT,
                  Stability.MOVING,
                  Optional.of(USED.minusSeconds(60))),
              new CachedRepository.Ref(
                  "refs/tags/v1", "a".repeat(40), Stability.TAG, Optional.empty())));
  private static final CachedRepository PLAIN =
      new CachedRepository(MODULES, URL, List.of(ROOT), Optional.empty(), List.of());

  @Test
  void an_empty_cache_is_a_sentence_an_empty_array_or_a_header() {
    assertThat(CacheReport.render(List.of(), Format.TABLE))
        .isEqualTo("The cache holds no snapshot.");
    assertThat(CacheReport.render(List.of(), Format.JSON)).isEqualTo("[]");
    assertThat(CacheReport.render(List.of(), Format.CSV))
        .isEqualTo(
            "coordinates,url,subdir,revision,treeHash,bytes,lastUsed,lastChecked,types,refs,"
                + "repository.storeBytes,repository.storePacks,repository.storeLastUsed");
  }

  @Test
  void the_table_has_a_block_for_each_repository_that_fits_80_columns() {
    String table = CacheReport.render(List.of(GIT, PLAIN), Format.TABLE);

    assertThat(table)
        .isEqualTo(
            """
            com.example.acme:modules
              https://example.com/acme/modules.git
              object store: 36 MB in 3 packs, last used 2026-01-02T03:04:05Z
              REVISION      SIZE   LAST USED             TYPES                SUBDIRECTORY
              0123456789ab  79 KB  2026-01-02T03:04:05Z  helmfile, terraform  vpc
              fedcba987654  5 B    2026-01-02T03:04:05Z  packer               -
              MEANS         KIND    LAST CHECKED          REF
              0123456789ab  moving  2026-01-02T03:03:05Z  refs/heads/main
              aaaaaaaaaaaa  tag     to be asked again     refs/tags/v1

            com.example.acme:modules
              https://example.com/acme/modules.git
              REVISION      SIZE  LAST USED             TYPES   SUBDIRECTORY
              fedcba987654  5 B   2026-01-02T03:04:05Z  packer  -

            3 snapshots in 2 repositories: 79 KB, and 36 MB in object stores""");
    assertThat(table.lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void machines_get_one_object_a_snapshot_that_repeats_its_repository() {
    String json = CacheReport.render(List.of(GIT), Format.JSON);

    assertThat(json)
        .contains(
            """
                "types": [
                  "helmfile",
                  "terraform"
                ],
                "refs": [
                  "refs/heads/main"
                ],
                "repository": {
                  "storeBytes": 36000000,
                  "storePacks": 3,
                  "storeLastUsed": "2026-01-02T03:04:05.678Z",
                  "refs": [
                    {
                      "ref": "refs/heads/main",
                      "revision": "0123456789abcdef0123456789abcdef01234567",
                      "stability": "moving",
                      "checkedAt": "2026-01-02T03:03:05.678Z"
                    },
                    {
                      "ref": "refs/tags/v1",
                      "revision": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                      "stability": "tag",
                      "checkedAt": null
            """);
    assertThat(json.split("\"treeHash\"")).hasSize(3);
  }

  @Test
  void a_repository_without_a_store_says_so_with_nulls() {
    assertThat(CacheReport.render(List.of(PLAIN), Format.JSON))
        .startsWith(
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
                ],
            """)
        .contains("\"storeBytes\": null", "\"storePacks\": null", "\"storeLastUsed\": null");
    assertThat(CacheReport.render(List.of(PLAIN), Format.YAML))
        .startsWith("- coordinates: \"com.example.acme:modules\"\n");
  }

  @Test
  void a_line_of_csv_ends_with_the_store() {
    assertThat(CacheReport.render(List.of(GIT), Format.CSV).lines().skip(1).findFirst())
        .hasValue(
            "com.example.acme:modules,https://example.com/acme/modules.git,vpc,"
                + Samples.COMMIT
                + ",t1:sha256:ab,79123,2026-01-02T03:04:05.678Z,2026-01-02T03:03:05.678Z,"
                + "helmfile; terraform,refs/heads/main,36000000,3,2026-01-02T03:04:05.678Z");
  }
}
