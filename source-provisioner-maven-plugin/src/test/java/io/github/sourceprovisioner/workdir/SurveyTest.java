package io.github.sourceprovisioner.workdir;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.ComponentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many workdirs are looked at side by side, with the same answers as one by one. */
class SurveyTest {

  private static final MemoryTree TREE = MemoryTree.of("main.tf", "1", "outputs.tf", "2");

  private final Bench bench;

  SurveyTest(@TempDir Path project) {
    bench = new Bench(project);
  }

  @Test
  void theEditsOfManyWorkdirsAreFoundAtOnce() throws IOException {
    List<ComponentId> ids = provisioned(40);
    Files.writeString(bench.workdirs().pathOf(ids.get(7)).resolve("main.tf"), "mine");
    Files.delete(bench.workdirs().pathOf(ids.get(8)).resolve("outputs.tf"));

    Survey survey = new Survey(bench.workdirs());
    survey.states(ids);
    Map<ComponentId, List<String>> edits = survey.edits(ids);

    assertThat(edits).containsOnlyKeys(ids);
    assertThat(edits.get(ids.get(7))).containsExactly("main.tf");
    assertThat(edits.get(ids.get(8))).containsExactly("outputs.tf");
    assertThat(edits.values()).filteredOn(List::isEmpty).hasSize(38);
  }

  @Test
  void aStateThatIsReplacedLaterIsNotTheRememberedOne() throws IOException {
    List<ComponentId> ids = provisioned(40);
    Workdirs workdirs = bench.workdirs();
    new Survey(workdirs).states(ids);
    workdirs.materialise(ids.get(3), Bench.fingerprint("r2"), TREE, Bench.GENTLE);

    assertThat(workdirs.state(ids.get(3)).orElseThrow().fingerprint())
        .isEqualTo(Bench.fingerprint("r2"));
    assertThat(workdirs.state(ids.get(4)).orElseThrow().fingerprint())
        .isEqualTo(Bench.fingerprint("r1"));
  }

  @Test
  void aFewAreLeftToBeAskedOneByOne() throws IOException {
    assertThat(new Survey(bench.workdirs()).edits(provisioned(2))).isEmpty();
  }

  private List<ComponentId> provisioned(int count) throws IOException {
    List<ComponentId> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ComponentId id = new ComponentId("terraform", "dev", "c" + i);
      bench.workdirs().materialise(id, Bench.fingerprint("r1"), TREE, Bench.GENTLE);
      ids.add(id);
    }
    return ids;
  }
}
