package io.github.sourceprovisioner.engine;

import static io.github.sourceprovisioner.engine.TestProject.CREATE;
import static io.github.sourceprovisioner.engine.TestProject.component;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeakChecksumsTest {

  private TestProject project;
  private byte[] archive = new byte[0];

  @BeforeEach
  void create(@TempDir Path directory) throws IOException {
    project = new TestProject(directory);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("main.tf"));
      zip.write("vpc".getBytes(StandardCharsets.UTF_8));
    }
    archive = bytes.toByteArray();
    Files.write(project.base.resolve("src/main/stacks/vpc.zip"), archive);
  }

  private void source(String checksum) throws IOException {
    project.stack("dev", component("vpc", "'./vpc.zip?checksum=" + checksum + "'"));
  }

  @ParameterizedTest
  @CsvSource({"md5,MD5", "sha1,SHA-1"})
  void aWeakChecksumIsRefusedUnlessTheUserAllowsIt(String type, String algorithm) throws Exception {
    byte[] digest = MessageDigest.getInstance(algorithm).digest(archive);
    source(type + ":" + HexFormat.of().formatHex(digest));

    ProvisioningException reason = project.failure(CREATE).reason();
    assertThat(reason)
        .isInstanceOf(InvalidStack.class)
        .hasMessage("a checksum of " + type + " protects against nothing any more");
    assertThat(reason.advice())
        .containsExactly(
            "write checksum=sha256:<64 hex digits>, as sha256sum prints it",
            "allow it with -Dsource.allowWeakChecksums=true");

    project.weakChecksums = true;
    assertThat(project.actions(CREATE)).containsExactly("dev/vpc created");
    assertThat(project.mainTf("dev", "vpc")).isEqualTo("vpc");
  }

  @Test
  void aFileThatDoesNotHaveItIsRefusedBeforeItIsUnpacked() throws Exception {
    project.weakChecksums = true;
    source("md5:" + "0".repeat(32));

    ProvisioningException reason = project.failure(CREATE).reason();

    String found = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(archive));
    assertThat(reason)
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessage(
            "the file has the checksum md5:%s instead of md5:%s".formatted(found, "0".repeat(32)));
    assertThat(reason.advice()).hasSize(2);
    assertThat(project.workdir("dev", "vpc")).doesNotExist();
  }

  @Test
  void whatWasFetchedWithoutTheChecksumDoesNotCountAsChecked() throws Exception {
    project.stack("dev", component("vpc", "./vpc.zip")).run(CREATE);
    project.weakChecksums = true;
    source("md5:" + "0".repeat(32));

    assertThat(project.failure(CREATE).reason()).isInstanceOf(IntegrityMismatch.class);
  }

  @Test
  void strongChecksumsAreLeftToTheFetcher() throws Exception {
    project.weakChecksums = true;
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
    source("sha256:" + HexFormat.of().formatHex(digest));

    assertThat(project.actions(CREATE)).containsExactly("dev/vpc created");
  }
}
