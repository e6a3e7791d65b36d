package io.github.sourceprovisioner.fetch.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.spi.Payload;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcsFetcherTest {

  private static final String LIST = "/storage/v1/b/bucket/o?";

  private Google google;
  private GcsLab lab;

  @BeforeEach
  void start(@TempDir Path directory) throws Exception {
    google = new Google();
    lab = new GcsLab(directory, google.url(), Map.of("GOOGLE_OAUTH_ACCESS_TOKEN", "canary"));
  }

  @AfterEach
  void stop() throws Exception {
    google.close();
  }

  @Test
  void anObjectBecomesAFileOfItsGeneration() throws Exception {
    google.object("bucket", "a%20b%2Fc.tf", "17", "content");

    Revision revision = lab.resolve("gs://bucket/a b/c.tf");
    assertThat(revision).isEqualTo(new Revision("17", Stability.MOVING, Optional.empty()));
    assertThat(lab.files("gs://bucket/a b/c.tf", revision)).isEqualTo(Map.of("c.tf", "content"));
    assertThat(google.heard).allMatch(request -> request.contains("Authorization: Bearer canary"));
    assertThat(lab.context.requests + "" + lab.context.notes).doesNotContain("canary");
  }

  @Test
  void aGenerationInTheUriIsTheRevisionAndAskedOfNobody() throws Exception {
    google.object("bucket", "c.tf", "17", "content");

    assertThat(lab.resolve("gs://bucket/c.tf#17"))
        .isEqualTo(new Revision("17", Stability.FIXED, Optional.empty()));
    assertThat(google.heard).isEmpty();
    assertThat(lab.files("gs://bucket/c.tf#17")).isEqualTo(Map.of("c.tf", "content"));
  }

  @Test
  void aPrefixOfManyPagesBecomesATree() throws Exception {
    google.answer(LIST, page("\"nextPageToken\":\"n=1\",", "p/", "p/a.tf"));
    google.answer("&pageToken=n%3D1&prefix=p%2F", page("", "p/sub/b.tf"));
    google.object("bucket", "p%2Fa.tf", "7", "a");
    google.object("bucket", "p%2Fsub%2Fb.tf", "7", "b");

    assertThat(lab.files("gs://bucket/p")).isEqualTo(Map.of("a.tf", "a", "sub/b.tf", "b"));
    assertThat(lab.files("gs://bucket/p//s*")).isEqualTo(Map.of("b.tf", "b"));
  }

  @Test
  void anArchiveIsLeftToTheReceiver() throws Exception {
    google.object("bucket", "m.zip", "7", "packed");

    Payload payload = lab.fetch("gs://bucket/m.zip//sub", lab.resolve("gs://bucket/m.zip//sub"));
    assertThat(((Payload.Archives) payload).files().get(0))
        .satisfies(
            file -> {
              assertThat(file.path()).hasContent("packed");
              assertThat(file.name()).isEqualTo("m.zip");
              assertThat(file.format()).contains("zip");
            });
  }

  @Test
  void aChecksumIsTheRevisionAndHeldAgainstTheObject() throws Exception {
    String hex = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";
    google.answer("/storage/v1/b/bucket/o/right?alt=media ", "a");
    google.answer("/storage/v1/b/bucket/o/wrong?alt=media ", "b");

    assertThat(lab.files("gs://bucket/right?checksum=" + hex)).isEqualTo(Map.of("right", "a"));
    assertThat(google.heard).hasSize(1);
    assertThatThrownBy(() -> lab.files("gs://bucket/wrong?checksum=" + hex))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageEndingWith("instead of " + hex);
  }

  @Test
  void anObjectThatIsNoLongerThereInThatGenerationIsNotReplacedByAnother() {
    Revision revision = new Revision("16", Stability.MOVING, Optional.empty());
    google.object("bucket", "c.tf", "17", "content");

    assertThatThrownBy(() -> lab.files("gs://bucket/c.tf", revision))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage("bucket/c.tf is no longer there in the wanted generation")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("run source:update, which takes what is there now");
  }

  private static String page(String next, String... names) {
    StringBuilder items = new StringBuilder();
    for (String name : names) {
      items
          .append(items.isEmpty() ? "" : ",")
          .append("{\"name\":\"%s\",\"size\":\"1\",\"generation\":\"7\"}".formatted(name));
    }
    return "{" + next + "\"items\":[" + items + "]}";
  }
}
