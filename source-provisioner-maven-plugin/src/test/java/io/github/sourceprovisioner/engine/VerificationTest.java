package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.LockRunTest.LOCKED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.cache.Freshness.Mode;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.lock.LockMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

  private static final String[] ADVICE = {
    "see what differs before you run anything with it",
    "restore it with -Dsource.fix=true: edited files are moved aside"
  };

  private TestProject project;
  private Path workdir = Path.of("");

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root).vpc("{uri: 'fake::acme/vpc', version: v1}");
    project.run(LOCKED);
    project.host.calls.clear();
    workdir = project.workdir("dev", "vpc");
  }

  private Verified verify() throws InterruptedException {
    return project.engine().verification().run(Selection.ALL);
  }

  private ProvisioningException drift() throws InterruptedException {
    assertThat(verify().failures()).hasSize(1);
    ProvisioningException reason = verify().failures().get(0).reason();
    assertThat(reason.position().orElseThrow().file()).isEqualTo("src/main/stacks/dev.yaml");
    assertThat(project.host.calls).isEmpty();
    return reason;
  }

  @Test
  void whatIsAsLockedPassesWithoutAskingOrWriting() throws Exception {
    var before = Listing.of(project.root);

    Verified verified = verify();

    assertThat(verified.failures()).isEmpty();
    assertThat(verified.components()).isEqualTo(1);
    assertThat(verified.sound()).hasSize(1);
    assertThat(project.host.calls).isEmpty();
    assertThat(Listing.of(project.root)).isEqualTo(before);
  }

  @Test
  void filesThatWereEditedOrDeletedAreNamedAndStrangersAreTold() throws Exception {
    Files.writeString(workdir.resolve("main.tf"), "# mine");
    Files.delete(workdir.resolve("README.md"));
    Files.createDirectories(workdir.resolve(".terraform/providers"));
    Files.writeString(workdir.resolve("extra.tf"), "");

    assertThat(drift())
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessage("1 file edited: main.tf; 1 file missing: README.md")
        .extracting(ProvisioningException::advice)
        .isEqualTo(List.of(ADVICE));
    assertThat(project.console.infos()).contains("dev/vpc also has .terraform/, extra.tf");
  }

  @Test
  void anEditThatKeepsSizeAndTimeIsFound() throws Exception {
    Path file = workdir.resolve("main.tf");
    FileTime time = Files.getLastModifiedTime(file);
    Files.writeString(file, Files.readString(file).replace('r', 'x'));
    Files.setLastModifiedTime(file, time);

    assertThat(drift()).hasMessage("1 file edited: main.tf");
  }

  @Test
  void aWorkdirOfAnotherRevisionIsNamed() throws Exception {
    project.host.answer("acme/vpc@v1", "r2");
    Path lock = project.base.resolve("source.lock.yaml");
    String before = Files.readString(lock);
    project.run(LockRunTest.policy(Mode.UPDATE, true, Optional.of(LockMode.UPDATE)));
    Files.writeString(lock, before);
    project.host.calls.clear();

    assertThat(drift())
        .hasMessageStartingWith("its workdir holds r2, and not r1 as locked and filtered now");
  }

  @Test
  void oneWrongByteInTheCacheIsFound() throws Exception {
    damage(".zip");

    assertThat(drift())
        .hasMessage("its snapshot in the cache is damaged, or another tree than the locked one");
  }

  @Test
  void aSourceThatIsNotLockedIsNamed() throws Exception {
    Files.delete(project.base.resolve("source.lock.yaml"));

    ProvisioningException reason = drift();

    assertThat(reason).isInstanceOf(InvalidStack.class).hasMessage("not in source.lock.yaml");
    assertThat(reason.advice())
        .containsExactly("lock it with source:lock, and commit source.lock.yaml");
  }

  @Test
  void whatThisPluginDidNotMakeIsNamed() throws Exception {
    delete(project.base.resolve("target"));
    Files.createDirectories(workdir);
    Files.writeString(workdir.resolve("main.tf"), "# somebody's\n");

    assertThat(drift()).hasMessageEndingWith("was not made by this plugin");
  }

  @Test
  void aFixRestoresWorkdirAndCacheAndKeepsTheEditsAside() throws Exception {
    Files.writeString(workdir.resolve("main.tf"), "# mine");
    damage(".zip");
    Verified broken = verify();

    Run run = project.engine().verification().fix(broken, TestProject.FORCED);

    assertThat(run.failures()).isEmpty();
    assertThat(project.mainTf("dev", "vpc")).isEqualTo(FakeFetcher.content("", "r1"));
    assertThat(verify().failures()).isEmpty();
    try (Stream<Path> all = Files.walk(project.base.resolve("target/source-provisioner/aside"))) {
      assertThat(all.filter(f -> f.endsWith("main.tf")).map(VerificationTest::read))
          .containsExactly("# mine");
    }
  }

  private void damage(String ending) throws IOException {
    try (Stream<Path> all = Files.walk(project.cache())) {
      Path file = all.filter(f -> f.toString().endsWith(ending)).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
