package io.github.sourceprovisioner.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AzureLocatorTest {

  private static final String USUAL = "https://acme.blob.core.windows.net";

  @ParameterizedTest
  @CsvSource({
    "https://acme.blob.core.windows.net/mods/a/b.tf, acme, mods, a/b.tf, azure.acme.mods.a:b.tf",
    "acme.blob.core.windows.net/mods/a, acme, mods, a, azure.acme.mods:a",
    "https://ACME.blob.core.windows.net/mods/%C3%A4, acme, mods, ä, azure.acme.mods:~c3~a4",
    "https://acme.blob.core.windows.net/mods/, acme, mods, '', azure.acme.mods:~",
    "https://acme.blob.core.windows.net/$web/x, acme, $web, x, azure.acme.~24web:x",
    "https://acme-secondary.blob.core.windows.net/mods/a, acme, mods, a, ",
    "https://acme.privatelink.blob.core.windows.net/mods/a, acme, mods, a, ",
    "https://acme.z17.blob.storage.azure.net/mods/a, acme, mods, a, ",
    "https://acme.blob.core.usgovcloudapi.net/mods/a, acme, mods, a, ",
    "https://acme.blob.core.chinacloudapi.cn/mods/a, acme, mods, a, ",
    "https://acme.blob.local.azurestack.external/mods/a, acme, mods, a, ",
    "http://127.0.0.1:10000/devstoreaccount1/mods/a/, devstoreaccount1, mods, a/, ",
    "https://blobs.example.com/acme/mods/a, acme, mods, a, "
  })
  void namesAccountContainerAndBlob(
      String url, String account, String container, String blob, String coordinates) {
    SourceLocation location = Sources.locate("azurerm::" + url);

    assertThat(location.scheme()).isEqualTo("azure");
    assertThat(location.parameters())
        .containsEntry("account", account)
        .containsEntry("container", container)
        .containsEntry("blob", blob);
    assertThat(location.url()).startsWith(location.parameters().get("endpoint") + "/");
    Optional.ofNullable(coordinates)
        .ifPresent(expected -> assertThat(location.coordinates()).hasToString(expected));
  }

  @Test
  void placesOfOneNameInDifferentCloudsAreApart() {
    assertThat(
            java.util.stream.Stream.of(
                    "https://acme.blob.core.windows.net/c/b",
                    "https://acme.blob.core.usgovcloudapi.net/c/b",
                    "https://acme.blob.core.windows.net:8443/c/b",
                    "http://acme.blob.core.windows.net/c/b",
                    "https://h.example.com/acme/c/b",
                    "https://acme.blob.example.com/c/b")
                .map(url -> Sources.locate("azure::" + url).coordinates())
                .distinct())
        .hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"azurerm::", "azure::"})
  void bothPrefixesAndTheTypeSayTheSame(String prefix) {
    assertThat(Sources.locate(prefix + USUAL + "/c/b.zip//sub"))
        .isEqualTo(Sources.locate(Sources.type("azure", USUAL + "/c/b.zip//sub")));
  }

  @Test
  void aBareUrlStaysHttpWithItsSignature() {
    assertThat(Sources.locate(USUAL + "/c/b.zip").scheme()).isEqualTo("http");
  }

  @ParameterizedTest
  @CsvSource({
    "versionid=2026-01-31T12:00:00.1234567Z, 2026-01-31T12:00:00.1234567Z",
    "versionId=2026-01-31T12%3A00%3A00.1234567Z, 2026-01-31T12:00:00.1234567Z",
    "snapshot=2026-01-31T12:00:00.1234567Z, snapshot=2026-01-31T12:00:00.1234567Z"
  })
  void aVersionOrASnapshotIsTheRef(String query, String ref) {
    SourceLocation location = Sources.locate("azurerm::" + USUAL + "/c/b.zip?" + query);

    assertThat(location.ref()).contains(ref);
    assertThat(location.archive()).contains("zip");
    assertThat(location.url()).isEqualTo(USUAL + "/c/b.zip");
  }

  @ParameterizedTest
  @CsvSource({
    "https://acme.blob.core.windows.net/c, no container or no blob",
    "https://acme.blob.core.windows.net//c/b, no container or no blob",
    "https://h.example.com/acme/c, no container or no blob",
    "https://h.example.com/, no account",
    "https://h.example.com/Upper/c/b, no account",
    "https://acme.dfs.core.windows.net/c/b, a host of Azure that is not Blob Storage",
    "https://bob@acme.blob.core.windows.net/c/b, a user in an Azure URL",
    "ftp://acme.blob.core.windows.net/c/b, a place that is no URL with one of the schemes",
    "c/b, a place that is no URL",
    "https://acme.blob.core.windows.net/c/../b, '..' in the path",
    "https://acme.blob.core.windows.net/c/b#1, a '#'",
    "https://acme.blob.core.windows.net/c/b?ref=v1, the unknown parameter 'ref'",
    "https://acme.blob.core.windows.net/c/b?sv=1&sp=r, a shared access signature without 'sig'",
    "https://acme.blob.core.windows.net/c/b?versionid=3, a parameter 'versionid' that is no time",
    "https://acme.blob.core.windows.net/c/b?snapshot=, a parameter 'snapshot' that is no time",
    "https://acme.blob.core.windows.net/c/b?snapshot=2026-01-31T12:00:00Z"
        + "&versionid=2026-01-31T12:00:00Z, two versions of a blob"
  })
  void refusesWhatCannotBeMeant(String place, String message) {
    assertThatThrownBy(() -> Sources.locate("azurerm::" + place))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessageStartingWith(message);
              assertThat(e.advice()).isNotEmpty();
              assertThat(e.position()).contains(Sources.POSITION);
            });
  }

  @Test
  void aVersionKeyIsRefusedUnlessATemplateUsesIt() {
    assertThatThrownBy(() -> Sources.locate(Sources.version("azurerm::" + USUAL + "/c/b", "1.2")))
        .hasMessageStartingWith("a 'version' that an Azure source cannot take");
    assertThat(Sources.locate(Sources.version("azurerm::" + USUAL + "/c/1.2/b", "1.2")).ref())
        .isEmpty();
  }
}
