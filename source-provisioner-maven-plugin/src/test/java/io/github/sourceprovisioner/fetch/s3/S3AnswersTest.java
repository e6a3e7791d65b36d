package io.github.sourceprovisioner.fetch.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stores answer that no test server would. */
class S3AnswersTest {

  private static final Map<String, String> KEY =
      Map.of("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "canary");

  private Path directory;

  @BeforeEach
  void directory(@TempDir Path temporary) {
    directory = temporary;
  }

  @ParameterizedTest
  @CsvSource({
    "400, ExpiredToken, its session token has expired",
    "403, ExpiredToken, its session token has expired",
    "403, RequestTimeTooSkewed, a request whose time is not its own",
    "403, AccessDenied, refuses access to b/k with the key of the variable AWS_ACCESS_KEY_ID",
  })
  void whoeverIsRefusedHearsWhy(String status, String code, String why) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(head("403"), error(status, code))) {
      assertThatThrownBy(() -> lab(KEY).resolve(uri(server, "b/k")))
          .isInstanceOfSatisfying(
              AccessDenied.class,
              e -> {
                assertThat(e).hasMessageContaining(why).hasMessageNotContaining("canary");
                assertThat(e.advice()).isNotEmpty();
              });
    }
  }

  @Test
  void anExpiredTokenIsToBeRenewed() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(head("400"), error("400", "ExpiredToken"))) {
      assertThatThrownBy(() -> lab(KEY).resolve(uri(server, "b/k")))
          .extracting(e -> ((ProvisioningException) e).advice().get(0))
          .isEqualTo("renew it: sign in again, or replace all three parts of the key");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"p/../../evil", "p//evil", "p/./evil", "p/a\\b", "p/..", "p/a&#9;b", "p/../x"})
  void aKeyThatLeadsElsewhereIsRefusedBeforeAnythingIsWritten(String key) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(list(key, 4))) {
      S3Lab lab = lab(KEY);
      Revision revision = lab.resolve(uri(server, "b/p/"));
      assertThatThrownBy(() -> lab.files(uri(server, "b/p/"), revision))
          .isInstanceOfSatisfying(
              IntegrityMismatch.class,
              e -> {
                assertThat(e).hasMessageContaining("whose key is no path below a directory");
                assertThat(e.advice()).hasSize(1);
              });
      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><ListBucketResult>&e;"
            + "</ListBucketResult>",
        "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x'><ListBucketResult/>",
        "no xml",
        "<html/>",
        "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
        "<ListBucketResult><Contents><Key>other</Key><Size>1</Size></Contents></ListBucketResult>",
        "<ListBucketResult><Contents><Key>p/a</Key><Size>-1</Size></Contents></ListBucketResult>",
        "<ListBucketResult><Contents><Key>p/a</Key><Size>1</Size><ETag>a&#10;X: y</ETag></Contents>"
            + "</ListBucketResult>"
      })
  void anAnswerThatIsNoListingIsABrokenTransfer(String body) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http("200 OK", body))) {
      assertThatThrownBy(() -> lab(KEY).resolve(uri(server, "b/p/")))
          .isInstanceOfAny(TransferFailed.class, java.io.IOException.class)
          .hasMessageNotContaining("root:");
    }
  }

  @Test
  void aTagThatCouldDisturbATerminalIsNoRevision() throws Exception {
    Script object = Script.http("200 OK", "", "ETag: \"\u001b[31m\"");
    try (ScriptedServer server = ScriptedServer.start(object)) {
      assertThatThrownBy(() -> lab(KEY).resolve(uri(server, "b/k")))
          .isInstanceOf(UnknownSource.class)
          .hasMessage("the store gives the object neither a version nor an ETag")
          .extracting(e -> ((ProvisioningException) e).advice().get(0))
          .isEqualTo("ask for the object with an https:// URL instead");
    }
  }

  @Test
  void aStoreThatWantsToBeLeftAloneSaysForHowLong() throws Exception {
    Script slow = Script.http("503 Slow Down", "<Error/>", "Retry-After: 7");
    try (ScriptedServer server = ScriptedServer.start(slow)) {
      assertThatThrownBy(() -> lab(KEY).resolve(uri(server, "b/p/")))
          .isInstanceOfSatisfying(
              TransferFailed.class,
              e -> assertThat(e.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(7))));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"429", "500", "503"})
  void aStoreInTroubleIsNotTakenForOneThatHasNoSuchObject(String status) throws Exception {
    try (ScriptedServer server = ScriptedServer.start(head(status), list("p/a", 1))) {
      assertThatThrownBy(() -> lab(KEY).resolve(uri(server, "b/p")))
          .isInstanceOf(TransferFailed.class)
          .hasMessageEndingWith("answers with status " + status)
          .extracting(e -> ((ProvisioningException) e).advice())
          .isEqualTo(List.of("try again later"));
    }
  }

  @Test
  void anObjectOfAnotherLengthThanListedIsABrokenTransfer() throws Exception {
    try (ScriptedServer server =
        ScriptedServer.start(list("p/a", 4), list("p/a", 4), Script.http("200 OK", "abc"))) {
      S3Lab lab = lab(KEY);
      Revision revision = lab.resolve(uri(server, "b/p/"));
      assertThatThrownBy(() -> lab.files(uri(server, "b/p/"), revision))
          .isInstanceOf(java.io.IOException.class)
          .hasMessage("an object of 4 bytes came with 3");
    }
  }

  @Test
  void theBytesOfAnETagAreAskedForAndNoOthers() throws Exception {
    Script object = Script.http("200 OK", "", "ETag: \"e1\"");
    Script content = Script.http("200 OK", "new", "ETag: \"e1\"");
    try (ScriptedServer server = ScriptedServer.start(object, content)) {
      S3Lab lab = lab(KEY);
      Revision revision = lab.resolve(uri(server, "b/k"));
      assertThat(revision.id()).isEqualTo("etag:e1");
      assertThat(lab.files(uri(server, "b/k"), revision)).containsValue("new");
      assertThat(server.requests().get(1)).contains("If-Match: \"e1\"");
    }
  }

  private S3Lab lab(Map<String, String> environment) {
    return new S3Lab(directory, environment);
  }

  private static Script head(String status) {
    return Script.http(status + " No", "");
  }

  private static Script error(String status, String code) {
    return Script.http(status + " No", "<Error><Code>" + code + "</Code></Error>");
  }

  private static Script list(String key, int size) {
    return Script.http(
        "200 OK",
        "<ListBucketResult><Contents><Key>%s</Key><Size>%d</Size><ETag>e</ETag></Contents>"
                .formatted(key, size)
            + "</ListBucketResult>");
  }

  private static String uri(ScriptedServer server, String place) {
    return "s3::" + server.url(place);
  }
}
