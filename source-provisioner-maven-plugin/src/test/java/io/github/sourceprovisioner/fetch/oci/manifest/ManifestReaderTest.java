package io.github.sourceprovisioner.fetch.oci.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestReaderTest {

  private static final String OCI = "application/vnd.oci.image.manifest.v1+json";
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";
  private static final String DIGEST = "sha256:" + "a".repeat(64);

  private static Manifest read(String text, String contentType) {
    return ManifestReader.read(
        text.replace('\'', '"').getBytes(UTF_8),
        Optional.of(contentType).filter(type -> !type.isEmpty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          []                                             | the text that is malformed
          {'layers':{}}                                  | layers that is malformed
          {'layers':[{}]}                                | a layer without a usable media type
          {'layers':[{'mediaType':'a b'}]}               | a layer without a usable media type
          {'layers':[{'mediaType':'a/b'}]}               | a layer without a usable digest
          {'layers':[{'mediaType':'a/b','digest':'x'}]}  | a layer without a usable digest
          {'layers':[],'manifests':[]}                   | it is an image and an index at once
          {'config':{}}                                  | it has no layers
          {'layers':[],'mediaType':'application/vnd.docker.distribution.manifest.v2+json'} \
                                            | its media type is not that of its header
          """)
  void whatIsMalformedIsRefused(String text, String why) {
    boolean header = why.contains("header");
    IntegrityMismatch failure =
        catchThrowableOfType(IntegrityMismatch.class, () -> read(text, header ? OCI : ""));
    assertThat(failure).hasMessage("the manifest is refused: " + why);
    assertThat(failure.advice())
        .containsExactly(
            "push it as one artifact with tar or zip layers, best with a current oras or tofu");
  }

  @Test
  void aSizeBelowZeroIsRefused() {
    String layer = "{'mediaType':'a/b','digest':'" + DIGEST + "','size':%s}";
    for (String size : new String[] {"-1", "1.5", "null"}) {
      String text = "{'layers':[" + layer.formatted(size) + "]}";
      assertThat(catchThrowableOfType(IntegrityMismatch.class, () -> read(text, OCI)))
          .hasMessageStartingWith("the manifest is refused: ");
    }
  }

  @Test
  void tooManyLayersAreRefused() {
    String layer = "{'mediaType':'a/b','digest':'" + DIGEST + "','size':1}";
    String text = "{'layers':[" + String.join(",", Collections.nCopies(128, layer)) + "]}";
    IntegrityMismatch failure =
        catchThrowableOfType(IntegrityMismatch.class, () -> read(text, OCI));
    assertThat(failure).hasMessage("the artifact has 128 layers, and the most are 127");
    assertThat(failure.advice()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {'schemaVersion':1,'fsLayers':[]}      |                   | the old schema 1 of Docker
          {'fsLayers':[]}                        |                   | the old schema 1 of Docker
          {'layers':[]}  | application/vnd.x.manifest.v9+json | application/vnd.x.manifest.v9+json
          {'layers':[],'mediaType':'application/vnd.x'} |            | application/vnd.x
          """)
  void aKindThatIsNoSourceIsNamed(String text, String contentType, String named) {
    String header = contentType == null ? "" : contentType;
    UnknownSource failure = catchThrowableOfType(UnknownSource.class, () -> read(text, header));
    assertThat(failure).hasMessageStartingWith("the manifest has the ").hasMessageEndingWith(named);
    assertThat(failure.advice())
        .containsExactly(
            "push it as one artifact with tar or zip layers, best with a current oras or tofu");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{'manifests':[]}|", "{}|" + INDEX, "{'manifests':[]}|application/json"})
  void anIndexIsRefusedHoweverItIsKnown(String text, String contentType) {
    String header = contentType == null ? "" : contentType;
    assertThat(catchThrowableOfType(UnknownSource.class, () -> read(text, header)))
        .hasMessage("it is an index of several images, and none of them is the source");
  }

  @Test
  void aManifestIsReadAsItIs() {
    String text =
        "{'schemaVersion':2,'config':{'mediaType':'application/x.config'},'layers':["
            + "{'mediaType':'Application/X-Tar; a=b','digest':'%s','size':7,'annotations':"
            + "{'org.opencontainers.image.title':'a','io.deis.oras.content.unpack':'true'}}]}";
    Manifest manifest = read(text.formatted(DIGEST), "application/json; charset=utf-8");
    assertThat(manifest.artifactType()).isEqualTo("application/x.config");
    assertThat(manifest.layers())
        .containsExactly(
            new Descriptor(
                "application/x-tar", Digest.of(DIGEST).orElseThrow(), 7, Optional.of("a"), true));
  }
}
