package io.github.sourceprovisioner.fetch.git.lfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LfsRefusalTest {

  private static final String ELSEWHERE =
      "publish the content as an archive, and use that as the source";

  private final Path store;
  private final LfsServer server = new LfsServer();
  private final LfsPointer pointer = server.add("content");

  LfsRefusalTest(@TempDir Path store) {
    this.store = store;
  }

  @AfterEach
  void stop() {
    server.close();
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
    AccessDenied failure =
        catchThrowableOfType(
            AccessDenied.class, () -> bring(Map.of("a", pointer, "b\u001b", other)));
    assertThat(failure).message().endsWith(" does not hand out a (403); b? (404)");
    assertThat(failure.advice())
        .containsExactly("check that the credential of the host may read large files", ELSEWHERE);
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
            server.endpoint().authority()
                + " refuses access, and no credential is configured for it");
    assertThat(failure.advice()).hasSize(2);
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
    assertThat(failure).hasMessage("the content of a.bin: no such large file");
    assertThat(failure.advice()).isNotEmpty();
  }

  private <T extends ProvisioningException> T failure(Class<T> type) {
    return catchThrowableOfType(type, () -> bring(Map.of("a.bin", pointer)));
  }

  private Map<String, Path> bring(Map<String, LfsPointer> wanted) throws Exception {
    return new Here(store, Map.of()).bring(server, wanted);
  }
}
