package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Code;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a repository has is never overwritten. */
class PublishConflictTest {

  private static final String VPC = "{uri: 'fake::acme/all//vpc', version: v1}";
  private static final String NAME = "fake.acme:all:%s:vpc:r1";

  private FakeShared shared;
  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    shared = new FakeShared(root.resolve("downloads"));
    project = new TestProject(root);
    project.vpc(VPC);
  }

  private ProvisioningException failure() throws InterruptedException {
    Run run = project.engine().publishing(CREATE, shared).run(Selection.ALL);
    assertThat(run.failures()).hasSize(1);
    assertThat(run.failures().get(0).doing()).isEqualTo("publishing its snapshot");
    return run.failures().get(0).reason();
  }

  @Test
  void anotherChecksumIsAConflictAndNothingIsOverwritten(@TempDir Path elsewhere) throws Exception {
    TestProject liar = new TestProject(elsewhere);
    liar.vpc(VPC);
    liar.host.readmeEnd = "!";
    liar.engine().publishing(CREATE, shared).run(Selection.ALL);
    byte[] before = shared.files.getOrDefault(NAME.formatted("zip"), new byte[0]);

    ProvisioningException failure = failure();

    assertThat(failure)
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessage(
            "the shared repository team (fake://shared) has fake.acme:all:properties:vpc:r1 with"
                + " another checksum, and nothing is overwritten")
        .returns(Code.CONFLICT, ProvisioningException::code);
    assertThat(failure.advice())
        .containsExactly(
            "find out which of the two is right: fetch once with an empty cache",
            "delete that version from the repository if it is the wrong one");
    assertThat(shared.files).containsEntry(NAME.formatted("zip"), before);
  }

  @Test
  void aZipWithoutMarkerThatIsAnotherOneIsAConflict() throws Exception {
    project.engine().publishing(CREATE, shared).run(Selection.ALL);
    shared.files.remove(NAME.formatted("properties"));
    shared.files.put(NAME.formatted("zip"), new byte[100]);

    assertThat(failure())
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageContaining(NAME.formatted("zip") + " with another checksum");
    assertThat(shared.names("properties")).isEmpty();
  }

  @Test
  void aRefusalIsAFailureOfTheComponent() throws Exception {
    shared.onCall =
        () -> {
          throw new AccessDenied(Problem.of("it said 403").advise("ask"));
        };

    assertThat(failure()).isInstanceOf(AccessDenied.class).hasMessage("it said 403");
  }

  @Test
  void whoIsSlowerThanAnotherMachineFindsItsSnapshotThere(@TempDir Path elsewhere)
      throws Exception {
    TestProject faster = new TestProject(elsewhere);
    faster.vpc(VPC);
    project.run(CREATE);
    shared.onUpload =
        () -> {
          shared.onUpload = () -> {};
          faster.engine().publishing(CREATE, shared).run(Selection.ALL);
          throw new TransferFailed(Problem.of("it said 409").advise("wait"));
        };

    Run run = project.engine().publishing(CREATE, shared).run(Selection.ALL);

    assertThat(run.outcomes())
        .extracting(o -> o.action() + " (" + o.reason() + ")")
        .containsExactly("unchanged (there already)");
  }
}
