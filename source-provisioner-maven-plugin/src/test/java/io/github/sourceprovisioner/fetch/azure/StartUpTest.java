package io.github.sourceprovisioner.fetch.azure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.OwnJvm;
import io.github.sourceprovisioner.locate.Locators;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartUpTest {

  private static final String BLOB = "https://account.blob.core.windows.net/c/b";

  /** Run in a JVM of its own. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      AzureFetcher fetcher = new AzureFetcher();
      var location =
          new Locators(List.of())
              .locate(AzureLab.spec("azurerm::" + BLOB + "?snapshot=2026-01-31T12:00:00Z"));
      System.out.println(fetcher.pinned(location).isPresent() && !fetcher.local(location));
    }
  }

  /** Has a fetcher for Azure, and nothing for it to do. */
  static final class Idle {

    private Idle() {}

    public static void main(String[] args) {
      AzureFetcher fetcher = new AzureFetcher();
      System.out.println(fetcher.schemes());
      System.out.println(new Locators(List.of()).locate(AzureLab.spec(BLOB)).scheme());
    }
  }

  @Test
  void aPinnedSourceLoadsNothingThatAsks() throws Exception {
    String loaded = OwnJvm.loadedBy(Program.class);
    assertThat(loaded).contains("true", AzureFetcher.class.getName());
    assertThat(loaded)
        .doesNotContain("fetch.azure.credentials", "fetch.azure.proof", "fetch.azure.AzureClient")
        .doesNotContain("java.net.HttpURLConnection", "javax.xml", "javax.crypto");
  }

  @Test
  void aRunWithoutBlobsLoadsNothingButTheNameOfTheScheme() throws Exception {
    String loaded = OwnJvm.loadedBy(Idle.class);
    assertThat(loaded).contains("[azure]", AzureFetcher.class.getName());
    assertThat(loaded)
        .doesNotContain("fetch.azure.credentials", "fetch.azure.proof", "fetch.azure.AzurePlace")
        .doesNotContain("locate.AzureHost", "locate.SharedAccess");
  }
}
