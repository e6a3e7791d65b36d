package io.github.sourceprovisioner.fetch.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.spi.Credential;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what the user hears. */
class GcsRefusalTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"p/../../evil", "p//evil", "p/a\\\\b", "p/.."})
  void aNameThatLeadsElsewhereIsRefused(String name) throws Exception {
    google.answer(LIST, page("", name));
    Revision revision = lab.resolve("gs://bucket/p/");

    assertThatThrownBy(() -> lab.files("gs://bucket/p/", revision))
        .isInstanceOf(IntegrityMismatch.class)
        .hasMessageContaining("whose key is no path below a directory")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("rename the object, or name a subdirectory of the source without it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no json",
        "[]",
        "{\"items\":[{\"name\":\"other\",\"size\":\"1\",\"generation\":\"1\"}]}",
        "{\"items\":[{\"name\":\"p/a\",\"size\":\"-1\",\"generation\":\"1\"}]}",
        "{\"items\":[{\"name\":\"p/a\",\"size\":\"1\",\"generation\":\"x\"}]}",
        "{\"nextPageToken\":\"always the same\"}"
      })
  void anAnswerThatIsNoListingIsABrokenTransfer(String body) {
    google.answer(LIST, body);

    assertThatThrownBy(() -> lab.resolve("gs://bucket/p/"))
        .isInstanceOfSatisfying(TransferFailed.class, e -> assertThat(e.advice()).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"429", "500", "503"})
  void aStoreInTroubleIsNotTakenForOneThatHasNoSuchObject(String status) {
    google.answer("/storage/v1/b/bucket/o/p?", status + " No", "");
    google.answer(LIST, page("", "p/a"));

    assertThatThrownBy(() -> lab.resolve("gs://bucket/p"))
        .isInstanceOf(TransferFailed.class)
        .hasMessageEndingWith("answers with status " + status)
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("try again later");
  }

  @Test
  void anExpiredTokenIsNamedByItsOrigin() {
    google.answer("/storage/", "401 No", "");

    assertRefused(
        "Google refuses the token of the variable GOOGLE_OAUTH_ACCESS_TOKEN: it is invalid or has"
            + " expired",
        "renew it: gcloud auth application-default login");
  }

  @Test
  void aTokenThatMayNotReadIsNamedByItsOrigin() {
    lab.context.credential = Optional.of(new Credential("<server> google", "", "canary"));
    google.answer("/storage/", "403 No", "");

    assertRefused(
        "Google refuses access to bucket/o with the token of <server> google",
        "give its account the role Storage Object Viewer on the bucket");
  }

  @Test
  void whatIsPublicNeedsNoToken(@TempDir Path directory) throws Exception {
    google.object("bucket", "c.tf", "17", "content");
    GcsLab nobody = new GcsLab(directory, google.url(), Map.of());

    assertThat(nobody.files("gs://bucket/c.tf")).isEqualTo(Map.of("c.tf", "content"));
    assertThat(google.heard).noneMatch(request -> request.contains("Authorization"));
    google.answer("/storage/v1/b/bucket/o", "401 No", "");
    assertThatThrownBy(() -> nobody.resolve("gs://bucket/o"))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("Google refuses access to bucket/o with no token at all")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("sign in: gcloud auth application-default login");
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> lab.resolve("gs://bucket/o"))
        .isInstanceOf(SourceNotFound.class)
        .hasMessage(
            "no object and no prefix bucket/o, asked with the token of the variable"
                + " GOOGLE_OAUTH_ACCESS_TOKEN")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("check the spelling of bucket and object; case counts");
  }

  private void assertRefused(String message, String advice) {
    assertThatThrownBy(() -> lab.resolve("gs://bucket/o"))
        .isInstanceOf(AccessDenied.class)
        .hasMessage(message)
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo(advice);
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
