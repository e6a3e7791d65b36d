package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.SourceUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsesTest {

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
    project.stack("dev", component("vpc", "{uri: 'fake::acme/vpc', version: v1}"));
    project.stack("prod", component("vpc", "{uri: 'fake::acme/vpc', version: v1}"));
    project.stack("test", component("dns", "{uri: 'fake::acme/dns//zone', version: main}"));
  }

  private List<SourceUse> uses(Selection selection, String part) throws InterruptedException {
    Optional<String> wanted = Optional.of(part).filter(text -> !text.isEmpty());
    return project.engine().uses().of(selection, wanted);
  }

  @Test
  void everySourceNamesWhoNeedsItAndTheLineThatSaysSo() throws Exception {
    assertThat(uses(Selection.ALL, ""))
        .extracting(UsesTest::line)
        .containsExactly(
            "fake::acme/dns//zone@main - test/dns src/main/stacks/test.yaml:4:21",
            "fake::acme/vpc@v1 - dev/vpc src/main/stacks/dev.yaml:4:21",
            "fake::acme/vpc@v1 - prod/vpc src/main/stacks/prod.yaml:4:21");
    assertThat(project.host.calls).isEmpty();
  }

  @Test
  void aPartOfTheSourceAndASelectionNarrowTheAnswer() throws Exception {
    assertThat(uses(Selection.ALL, "dns")).hasSize(1);
    Selection prod = new Selection(Optional.of("prod"), Optional.empty(), Optional.empty());
    assertThat(uses(prod, ""))
        .extracting(UsesTest::line)
        .containsExactly("fake::acme/vpc@v1 - prod/vpc src/main/stacks/prod.yaml:4:21");
  }

  @Test
  void whatIsLockedAndNeededByNobodyIsTold() throws Exception {
    project.run(LOCKED);
    project.stack("test", component("dns", "{uri: 'fake::acme/dns//zone', version: v2}"));

    assertThat(uses(Selection.ALL, "dns"))
        .extracting(UsesTest::line)
        .containsExactly(
            "fake::acme/dns//zone@main r1 - -",
            "fake::acme/dns//zone@v2 - test/dns src/main/stacks/test.yaml:4:21");
  }

  @Test
  void aSourceThatNobodyUnderstandsIsToldInsteadOfLeftOut() throws Exception {
    project.vpc("{uri: 'what::is/this'}");

    Refusal.of(ProvisioningException.class, () -> uses(Selection.ALL, ""));
  }

  private static String line(SourceUse use) {
    return "%s %s %s %s"
        .formatted(
            use.source(),
            use.locked().orElse("-"),
            use.component().map(Object::toString).orElse("-"),
            use.declared().map(Object::toString).orElse("-"));
  }
}
