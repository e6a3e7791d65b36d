package io.github.sourceprovisioner.fetch.git.lfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.spi.Credential;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LfsClientTest {

  private final Path store;
  private final LfsServer server = new LfsServer();

  LfsClientTest(@TempDir Path store) {
    this.store = store;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void contentComesInPlaceOfPointers() throws Exception {
    LfsPointer first = server.add("first content");
    LfsPointer empty = server.add("");

    Map<String, Path> content = bring(Map.of("a/one.bin", first, "a/two.bin", first, "e", empty));

    assertThat(content).containsOnlyKeys("a/one.bin", "a/two.bin", "e");
    assertThat(content.get("a/one.bin")).hasContent("first content");
    assertThat(content.get("a/two.bin")).isEqualTo(content.get("a/one.bin"));
    assertThat(content.get("e")).isEmptyFile();
    assertThat(server.requests)
        .containsExactlyInAnyOrder(
            "POST /acme/modules.git/info/lfs/objects/batch",
            "GET /objects/" + first.oid(),
            "GET /objects/" + empty.oid());
    assertThat(server.questions.get(0))
        .startsWith("{\"operation\":\"download\",\"transfers\":[\"basic\"],\"objects\":[{\"oid\":")
        .endsWith("],\"hash_algo\":\"sha256\"}");
  }

  @Test
  void whatIsHereIsNotAskedForAgain() throws Exception {
    LfsPointer pointer = server.add("content");
    bring(Map.of("a", pointer));
    server.requests.clear();

    assertThat(bring(Map.of("a", pointer)).get("a")).hasContent("content");
    assertThat(server.requests).isEmpty();
  }

  @Test
  void whatIsDamagedHereComesAgain() throws Exception {
    LfsPointer pointer = server.add("content");
    Files.writeString(bring(Map.of("a", pointer)).get("a"), "CONTENT");

    assertThat(bring(Map.of("a", pointer)).get("a")).hasContent("content");
    assertThat(server.questions).hasSize(2);
  }

  @Test
  void aHundredObjectsAreAskedForAtOnce() throws Exception {
    Map<String, LfsPointer> wanted = new LinkedHashMap<>();
    for (int i = 0; i < 101; i++) {
      wanted.put("file" + i, server.add("content " + i));
    }
    assertThat(bring(wanted)).hasSize(101);
    assertThat(server.questions)
        .extracting(question -> question.split("\"oid\"", -1).length - 1)
        .containsExactly(100, 1);
  }

  @Test
  void aDownloadThatExpiredIsAskedForAgain() throws Exception {
    LfsPointer first = server.add("first");
    LfsPointer second = server.add("second");
    server.about =
        pointer -> {
          boolean late = server.questions.size() == 1 && pointer.equals(second);
          server.more = ",\"expires_in\":" + (late ? 3 : 60);
          return server.download(pointer, server.href(pointer));
        };
    assertThat(bring(Map.of("a", first, "b", second))).hasSize(2);
    assertThat(server.questions).hasSize(2);
    assertThat(server.questions.get(1)).contains(second.oid()).doesNotContain(first.oid());
  }

  @Test
  void nothingButVerifiedContentIsLeftInTheStore() throws Exception {
    LfsPointer pointer = server.add("content");
    Path file = bring(Map.of("a", pointer)).values().iterator().next();
    String oid = pointer.oid();
    assertThat(store.relativize(file))
        .isEqualTo(Path.of("lfs", oid.substring(0, 2), oid.substring(2, 4), oid));
    assertThat(file.resolveSibling(oid + ".part")).doesNotExist();
  }

  @Test
  void aServerThatAsksIsShownTheCredentialOfItsUrl() throws Exception {
    LfsPointer pointer = server.add("content");
    server.asks = true;
    String url = server.endpoint().uri().toString();
    Map<String, Credential> known = Map.of(url, new Credential("h", "ann", "secret"));

    assertThat(new Here(store, known).bring(server, Map.of("a", pointer))).containsOnlyKeys("a");
    assertThat(server.shown).containsExactly("Basic YW5uOnNlY3JldA==", LfsServer.TOKEN);
  }

  @Test
  void theHeadersOfADownloadDoNotFollowARedirectToAnotherOrigin() throws Exception {
    LfsPointer pointer = server.add("content");
    try (LfsServer other = new LfsServer()) {
      other.add("content");
      server.redirect = other.href(pointer);
      assertThat(catchThrowableOfType(AccessDenied.class, () -> bring(Map.of("a", pointer))))
          .hasMessageStartingWith("the content of a: 127.0.0.1:");
      assertThat(other.requests).hasSize(1);
      assertThat(other.shown).isEmpty();
    }
  }

  private Map<String, Path> bring(Map<String, LfsPointer> wanted) throws Exception {
    return new Here(store, Map.of()).bring(server, wanted);
  }
}
