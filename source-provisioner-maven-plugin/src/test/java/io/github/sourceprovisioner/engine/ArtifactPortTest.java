package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.Artifact;
import io.github.sourceprovisioner.model.Traffic;
import io.github.sourceprovisioner.spi.ArtifactRepositories;
import io.github.sourceprovisioner.spi.TransferListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of Maven's repositories to a fetcher. */
class ArtifactPortTest {

  private static final Artifact ARTIFACT = new Artifact("g", "a", "1", Optional.empty(), "zip");

  private static final TransferListener NOBODY = new RecordingContext();

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws IOException {
    project = new TestProject(root);
    project.vpc("{uri: 'fake::acme/vpc', version: main}");
  }

  /** Knows no artifact. */
  private static final class Nothing implements ArtifactRepositories {
    @Override
    public String version(Artifact wanted, TransferListener transfers) {
      return wanted.version();
    }

    @Override
    public Path file(Artifact exact, TransferListener transfers) {
      throw new AssertionError("not asked for");
    }
  }

  @Test
  void aFetcherIsGivenTheRepositoriesAndWhatTheyCountIsCounted() throws Exception {
    project.artifacts = new Nothing();
    List<ArtifactRepositories> given = new ArrayList<>();
    project.host.onResolve(
        (ref, context) -> {
          given.add(context.artifacts());
          context.transfers().counted(2, 50);
        });

    Traffic traffic = project.run(CREATE).traffic();

    assertThat(given).containsExactly(project.artifacts);
    assertThat(traffic).isEqualTo(new Traffic(4, 160));
  }

  @Test
  void whoeverHasNoRepositoriesSaysSo() {
    for (boolean file : List.of(true, false)) {
      Refusal.of(
              UnknownSource.class,
              () -> {
                if (file) {
                  ArtifactRepositories.NONE.file(ARTIFACT, NOBODY);
                }
                ArtifactRepositories.NONE.version(ARTIFACT, NOBODY);
              })
          .says("nothing here can ask Maven's repositories for g:a:zip:1")
          .advises("run source:create or source:update");
    }
  }
}
