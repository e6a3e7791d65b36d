package io.github.sourceprovisioner.fetch.oci.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentsTest {

  private static final String MODULE = "application/vnd.opentofu.modulepkg";
  private static final String USUAL = "application/vnd.oci.image.layer.v1.tar";
  private static final Digest DIGEST = Digest.sha256(new byte[0]);

  private static Descriptor layer(String type, String title) {
    Optional<String> named = Optional.of(title).filter(t -> !t.isEmpty());
    return new Descriptor(type, DIGEST, 7, named, false);
  }

  private static List<Part> parts(String artifactType, Descriptor... layers) {
    return Contents.of(new Manifest(artifactType, Arrays.asList(layers)));
  }

  @Test
  void aModulePackageHasOneZip() {
    Descriptor zip = layer("archive/zip", "");
    Descriptor other = layer("application/vnd.acme.notes", "");
    assertThat(parts(MODULE, other, zip)).containsExactly(new Part.Packed(zip, "zip"));
    UnknownSource two = catchThrowableOfType(UnknownSource.class, () -> parts(MODULE, zip, zip));
    assertThat(two)
        .hasMessage(
            "a module package of OpenTofu has one layer of type archive/zip, and this one has 2");
    assertThat(two.advice())
        .containsExactly("push the module again as its documentation says, as one zip");
    assertThat(catchThrowableOfType(UnknownSource.class, () -> parts(MODULE, other)))
        .hasMessageEndingWith("and this one has 0");
  }

  @ParameterizedTest
  @CsvSource({
    "application/vnd.oci.image.layer.v1.tar, tar",
    "application/vnd.oci.image.layer.v1.tar+gzip, tar.gz",
    "application/vnd.oci.image.layer.v1.tar+zstd, tar.zst",
    "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip, tar.gz",
    "application/vnd.docker.image.rootfs.diff.tar.gzip, tar.gz",
    "application/vnd.docker.image.rootfs.diff.tar, tar",
    "application/vnd.atmos.component.terraform.v1+tar+gzip, tar.gz",
    "application/vnd.cncf.flux.content.v1.tar+gzip, tar.gz",
    "application/vnd.cncf.helm.chart.content.v1.tar+gzip, tar.gz",
    "application/x-tar, tar",
    "application/gzip, tar.gz",
    "application/x-gtar, tar.gz",
    "application/zip, zip",
    "archive/zip, zip",
    "application/zstd, tar.zst"
  })
  void theTypeOfALayerTellsItsFormat(String type, String format) {
    Descriptor layer = layer(type, "");
    assertThat(parts("", layer)).containsExactly(new Part.Packed(layer, format));
  }

  @ParameterizedTest
  @CsvSource({
    USUAL + ", module.tar.gz, tar.gz",
    USUAL + ", module.TGZ, tar.gz",
    USUAL + ", module.zip, zip",
    "application/octet-stream, a/module.tar.zst, tar.zst",
    "application/vnd.acme.v1+tar+gzip, module, tar.gz"
  })
  void theTitleOfALayerTellsWhereItsTypeDoesNot(String type, String title, String format) {
    Descriptor layer = layer(type, title);
    assertThat(parts("", layer)).containsExactly(new Part.Packed(layer, format));
  }

  @Test
  void aDirectoryThatOrasPackedIsUnpacked() {
    Descriptor layer = new Descriptor(USUAL, DIGEST, 7, Optional.of("modules"), true);
    assertThat(parts("", layer)).containsExactly(new Part.Packed(layer, "tar"));
  }

  @Test
  void aFileThatOrasPushedIsAFile() {
    Descriptor usual = layer(USUAL, "main.tf");
    Descriptor typed = layer("text/markdown", "README.md");
    assertThat(parts("", usual, typed))
        .containsExactly(new Part.Plain(usual, "main.tf"), new Part.Plain(typed, "README.md"));
  }

  @Test
  void aLayerWithoutFilesIsNamed() {
    Descriptor signature = layer("application/vnd.dev.cosign.simplesigning.v1+json", "");
    UnknownSource failure = catchThrowableOfType(UnknownSource.class, () -> parts("", signature));
    assertThat(failure)
        .hasMessage(
            "a layer has the type application/vnd.dev.cosign.simplesigning.v1+json, which holds no"
                + " files");
    assertThat(failure.advice())
        .containsExactly(
            "push the files as a layer of type application/vnd.oci.image.layer.v1.tar+gzip",
            "check the tag: signatures and attestations have tags, too");
  }

  @Test
  void anArtifactWithoutLayersHoldsNothing() {
    SourceNotFound failure =
        catchThrowableOfType(
            SourceNotFound.class, () -> parts("", layer("application/vnd.oci.empty.v1+json", "")));
    assertThat(failure).hasMessage("the artifact has no layers");
    assertThat(failure.advice())
        .containsExactly("check the tag: signatures and attestations have tags, too");
  }

  @Test
  void aSizeThatNoDiskHasIsRefusedBeforeTheDownload() {
    Descriptor large =
        new Descriptor("application/zip", DIGEST, Long.MAX_VALUE, Optional.empty(), false);
    IntegrityMismatch failure =
        catchThrowableOfType(IntegrityMismatch.class, () -> parts("", large, large));
    assertThat(failure).hasMessage("the artifact is larger than 10737418240 bytes");
    assertThat(failure.advice()).containsExactly("push an artifact that holds only what is needed");
  }
}
