package io.github.sourceprovisioner.fetch.git.lfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileLfsServerTest {

  private static final String ELSEWHERE =
      "publish the content as an archive, and use that as the source";

  private final Path store;
  private final LfsServer server = new LfsServer();
  private final LfsPointer pointer = server.add("content");

  HostileLfsServerTest(@TempDir Path store) {
    this.store = store;
  }

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
    assertThat(failure.advice()).containsExactly("check the file on the server with git lfs fsck");
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
            "the Git LFS server "
                + server.endpoint().authority()
                + " gives an answer that is"
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
        catchThrowableOfType(IntegrityMismatch.class, () -> bring(Map.of("a", pointer, "b", lie)));
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
    return new Here(store, Map.of()).bring(server, wanted);
  }
}
