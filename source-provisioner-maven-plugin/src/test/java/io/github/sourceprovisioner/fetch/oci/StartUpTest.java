package io.github.sourceprovisioner.fetch.oci;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.fixture.OwnJvm;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StartUpTest {

  /** Run in a JVM of its own. */
  static final class Program {

    private Program() {}

    public static void main(String[] args) {
      OciFetcher fetcher = new OciFetcher();
      SourceLocation pinned =
          new SourceLocation(
              "oci",
              "oci://h/r",
              Optional.of("sha256:" + "a".repeat(64)),
              "",
              Optional.empty(),
              Optional.empty(),
              new TreeMap<>(),
              new Coordinates("h", "r"));
      System.out.println(fetcher.pinned(pinned).isPresent() && fetcher.schemes().contains("oci"));
    }
  }

  @Test
  void aPinnedSourceLoadsNothingThatAsksAHost() throws Exception {
    String loaded = OwnJvm.loadedBy(Program.class);
    assertThat(loaded).contains("true", OciFetcher.class.getName());
    assertThat(loaded)
        .doesNotContain(Registries.class.getName(), "io.github.sourceprovisioner.web.");
  }
}
