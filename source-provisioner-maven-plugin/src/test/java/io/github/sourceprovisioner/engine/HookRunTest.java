package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.DRY;
import static io.github.sourceprovisioner.engine.TestProject.UPDATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisionerFailed;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.model.HookEvent.Phase;
import io.github.sourceprovisioner.spi.ProvisionContext;
import io.github.sourceprovisioner.spi.Provisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HookRunTest {

  private final List<String> seen = new ArrayList<>();
  private TestProject project;

  /** Writes down what happens around both goals; fails for a component named bad. */
  private final class Witness implements Provisioner {

    @Override
    public String name() {
      return "witness";
    }

    @Override
    public Set<HookEvent> events() {
      return Set.of(
          new HookEvent(Phase.BEFORE, "terraform", "create"),
          new HookEvent(Phase.AFTER, "terraform", "create"),
          new HookEvent(Phase.AFTER, "terraform", "update"));
    }

    @Override
    public void provision(HookEvent event, ProvisionContext context) throws IOException {
      boolean there = Files.exists(context.workdir().resolve("main.tf"));
      seen.add(event + " " + context.component().id() + (there ? " there" : " missing"));
      if (context.component().id().name().equals("bad")) {
        throw new IOException("no space");
      }
    }
  }

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    project.provisioners.add(new Witness());
    project.stack("b", component("vpc", "{uri: 'fake::acme/vpc', version: main}"));
    project.stack("a", component("vpc", "{uri: 'fake::acme/other', version: main}"));
  }

  @Test
  void provisionersRunAroundEveryComponentInStackOrder() throws Exception {
    project.run(CREATE);

    assertThat(seen)
        .containsExactly(
            "before.terraform.create a/vpc missing",
            "after.terraform.create a/vpc there",
            "before.terraform.create b/vpc missing",
            "after.terraform.create b/vpc there");
  }

  @Test
  void theyAlsoRunWhereNothingChangesButNeverInADryRun() throws Exception {
    project.run(CREATE);
    seen.clear();

    project.run(DRY);
    assertThat(seen).isEmpty();

    project.run(UPDATE);
    assertThat(seen)
        .containsExactly(
            "after.terraform.update a/vpc there", "after.terraform.update b/vpc there");
  }

  @Test
  void aProvisionerThatFailsStopsItsComponentOnly() throws Exception {
    project.stack("a", component("bad", "{uri: 'fake::acme/other', version: main}"));

    Failure failure = project.failure(CREATE);

    assertThat(failure.component()).hasToString("a/bad");
    assertThat(failure.doing()).isEmpty();
    assertThat(failure.reason())
        .isInstanceOf(ProvisionerFailed.class)
        .hasMessage(
            "provisioner witness failed at before.terraform.create for a/bad: IOException: no space");
    assertThat(failure.reason().advice()).contains("check what a/bad configures for witness");
    assertThat(project.workdir("a", "bad")).doesNotExist();
    assertThat(seen).contains("after.terraform.create b/vpc there");
  }
}
