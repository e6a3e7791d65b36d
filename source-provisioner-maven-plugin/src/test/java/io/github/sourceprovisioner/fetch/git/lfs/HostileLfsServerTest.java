package io.github.sourceprovisioner.fetch.git.lfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileLfsServerTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String ELSEWHERE =
      "publish the content as an archive, and use that as the source";

  @TempDir Path store;
  private final LfsServer server = new LfsServer();
  private final LfsPointer pointer = server.add("content");

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTENT", "content and more"})
  void otherContentIsRefusedAndNotKept(String other) throws Exception {
    server.serve(pointer, other);
    IntegrityMismatch failure = failure(IntegrityMismatch.class);
    assertThat(failure).hasMessage("the content of a.bin is not what its Git LFS pointer says");
    assertThat(failure.advice())
        .containsExactly("check the file on the server with git lfs fsck");
    assertThat(files()).isZero();
  }

  @Test
  void contentThatEndsTooEarlyIsABrokenTransfer() throws Exception {
    server.serve(pointer, "cont");
    TransferFailed failure = failure(TransferFailed.class);
    assertThat(failure).hasMessage("the content of a.bin came incomplete (Git LFS)");
    assertThat(failure.advice()).containsExactly("try again");
    assertThat(files()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://h.example/x",
        "/objects/x",
        "http://other.example/x",
        "https://ann:secret@h.example/x",
        "https://-h/x",
        "https://h.example/%0d%0aX",
        "https://h.example/a b",
        "https://h.example/x#y"
      })
  void aDownloadFromAPlaceThatNobodyWouldAskIsRefused(String href) {
    server.about = object -> server.download(object, href);
    IntegrityMismatch failure = failure(IntegrityMismatch.class);
    assertThat(failure)
        .hasMessageStartingWith(
            "the Git LFS server " + server.endpoint().authority() + " gives an answer that is"
                + " refused: ")
        .message()
        .doesNotContain("secret");
    assertThat(failure.advice()).containsExactly("tell whoever runs the server", ELSEWHERE);
    assertThat(server.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "[]",
        "{}",
        "{\"objects\":{}}",
        "{\"objects\":[1]}",
        "{\"objects\":[]} x",
        "{\"objects\":[],\"objects\":[]}",
        "{\"transfer\":\"tus\",\"objects\":[]}",
        "{\"hash_algo\":\"md5\",\"objects\":[]}"
      })
  void anAnswerThatIsNoneIsRefused(String answer) {
    server.answer = answer;
    assertThat(failure(IntegrityMismatch.class))
        .message()
        .contains(" gives an answer that is refused: ");
  }

  @ParameterizedTest
  @CsvSource({
    "404, SourceNotFound",
    "410, SourceNotFound",
    "422, SourceNotFound",
    "403, AccessDenied",
    "429, TransferFailed",
    "500, TransferFailed"
  })
  void anObjectThatIsNotHandedOutIsNamedByItsPath(int code, String kind) {
    server.about = object -> LfsServer.error(object, code);
    ProvisioningException failure = failure(ProvisioningException.class);
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure)
        .hasMessage(
            "the Git LFS server %s does not hand out a.bin (%d)",
            server.endpoint().authority(), code);
    assertThat(failure.advice()).isNotEmpty();
  }

  @Test
  void allThatIsNotHandedOutIsNamedAtOnce() {
    LfsPointer other = server.add("other");
    server.about = object -> LfsServer.error(object, object.equals(other) ? 404 : 403);
    SourceNotFound failure =
        catchThrowableOfType(
            SourceNotFound.class, () -> bring(Map.of("a", pointer, "b\u001b", other)));
    assertThat(failure).message().endsWith(" does not hand out a (403); b? (404)");
    assertThat(failure.advice())
        .containsExactly("push the content with git lfs push --all", ELSEWHERE);
  }

  @Test
  void anObjectOfWhichNothingIsSaidIsNotThere() {
    server.answer = "{\"objects\":[]}";
    assertThat(failure(SourceNotFound.class)).message().endsWith("does not hand out a.bin (404)");
  }

  @ParameterizedTest
  @CsvSource({"404, application/json", "200, text/html"})
  void aHostWithoutLargeFilesIsNamed(int status, String type) {
    server.status = status;
    server.type = type;
    SourceNotFound failure = failure(SourceNotFound.class);
    assertThat(failure)
        .hasMessage(
            "no Git LFS server answers for the repository on " + server.endpoint().authority());
    assertThat(failure.advice())
        .containsExactly("check that large files are turned on for the repository", ELSEWHERE);
  }

  @Test
  void aHostThatRefusesIsNamed() {
    server.status = 403;
    AccessDenied failure = failure(AccessDenied.class);
    assertThat(failure)
        .hasMessage(
            "the Git LFS server " + server.endpoint().authority() + " refuses with status 403");
    assertThat(failure.advice())
        .containsExactly("check that the credential of the host may read large files", ELSEWHERE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"30|30", "Fri, 02 Jan 2026 03:05:05 GMT|60"})
  void aHostThatIsBusySaysWhenToComeBack(String value, long seconds) {
    server.status = 503;
    server.headers.put("Retry-After", value);
    TransferFailed failure = failure(TransferFailed.class);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(seconds));
    assertThat(failure.advice()).containsExactly("try again later");
  }

  @Test
  void aDownloadThatIsRefusedNamesThePathAndNotTheUrl() {
    server.about = object -> server.download(object, server.href(object) + "x?sig=s3cret");
    SourceNotFound failure = failure(SourceNotFound.class);
    assertThat(failure).hasMessage("127.0.0.1 refuses the content of a.bin with status 404");
    assertThat(failure.advice()).hasSize(2);
  }

  @Test
  void downloadsThatAreAlwaysExpiredAreNotAskedForEver() {
    server.more = ",\"expires_at\":\"2026-01-02T04:04:09+01:00\"";
    TransferFailed failure = failure(TransferFailed.class);
    assertThat(failure).message().endsWith(" are expired");
    assertThat(failure.advice()).containsExactly("check the clock of this machine", "try again");
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void pointersThatDifferAboutASizeAreRefused() {
    LfsPointer lie = new LfsPointer(pointer.oid(), 1);
    IntegrityMismatch failure =
        catchThrowableOfType(
            IntegrityMismatch.class, () -> bring(Map.of("a", pointer, "b", lie)));
    assertThat(failure).hasMessage("two Git LFS pointers differ about a size: b");
    assertThat(failure.advice()).containsExactly("commit the file again with git lfs");
  }

  private long files() throws Exception {
    try (var below = Files.walk(store)) {
      return below.filter(Files::isRegularFile).count();
    }
  }

  private <T extends ProvisioningException> T failure(Class<T> type) {
    return catchThrowableOfType(type, () -> bring(Map.of("a.bin", pointer)));
  }

  private Map<String, Path> bring(Map<String, LfsPointer> wanted) throws Exception {
    return new LfsClient(new PlainWeb(), new LfsObjects(store), InstantSource.fixed(NOW), false)
        .bring(server.endpoint(), wanted);
  }
}
