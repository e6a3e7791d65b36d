package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeDigest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files as the fetcher brings them, from a host that serves git and their content. */
class LargeFilesTest {

  private static final String CONTENT = "the large content";
  private static final String OID =
      HexFormat.of()
          .formatHex(TreeDigest.sha256().digest(CONTENT.getBytes(StandardCharsets.UTF_8)));
  private static final String POINTER =
      "version https://git-lfs.github.com/spec/v1\noid sha256:%s\nsize %d\n"
          .formatted(OID, CONTENT.length());

  private Path root;
  private TestContext context;
  private GitServer server;
  private String sent = CONTENT;

  @BeforeEach
  void start(@TempDir Path repositories, @TempDir Path store) throws Exception {
    root = repositories;
    context = new TestContext(store);
    try (BareRepository repository = new BareRepository(root.resolve("r.git"))) {
      repository.ref(
          "refs/heads/main",
          repository.commit(Map.of("vpc/big.bin", POINTER, "vpc/main.tf", "one")));
    }
    server = new GitServer(root);
    server.behavior = this::answer;
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theContentComesInPlaceOfThePointer() throws Exception {
    assertThat(files("true"))
        .containsExactlyInAnyOrderEntriesOf(Map.of("f big.bin", CONTENT, "f main.tf", "one"));
    assertThat(context.store().resolve("lfs")).isDirectoryRecursivelyContaining("glob:**/" + OID);
  }

  @Test
  void contentThatIsHereIsNotFetchedAgain() throws Exception {
    files("true");
    server.requests.clear();
    files("true");
    assertThat(server.requests).noneMatch(request -> request.contains("/lfs/"));
  }

  @Test
  void otherContentIsRefused() {
    sent = "another content!!";
    IntegrityMismatch failure = catchThrowableOfType(IntegrityMismatch.class, () -> files("true"));
    assertThat(failure).hasMessage("the content of big.bin is not what its Git LFS pointer says");
  }

  @Test
  void withoutAWordAPointerIsAnError() {
    IntegrityMismatch failure = catchThrowableOfType(IntegrityMismatch.class, () -> files(""));
    assertThat(failure)
        .hasMessage(
            "the content of big.bin is in Git LFS, and only pointers to it are in the repository");
    assertThat(failure.advice())
        .containsExactly(
            "add lfs=true to the URI, so that the content is fetched, too",
            "choose a subdirectory without such files");
  }

  private boolean answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String place = request.getRequestURI();
    if (place.equals("/r.git/info/lfs/objects/batch")) {
      response.setContentType("application/vnd.git-lfs+json");
      response
          .getWriter()
          .write(
              """
              {"transfer":"basic","objects":[{"oid":"%s","size":%d,
               "actions":{"download":{"href":"%s"}}}]}"""
                  .formatted(OID, CONTENT.length(), server.url("lfs/" + OID)));
      return true;
    }
    if (place.equals("/lfs/" + OID)) {
      response.getWriter().write(sent);
      return true;
    }
    return false;
  }

  private Map<String, String> files(String lfs) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation location =
        new SourceLocation(
            "git",
            server.url("r.git"),
            Optional.of("main"),
            "vpc",
            Optional.empty(),
            Optional.empty(),
            lfs.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of("lfs", lfs)),
            new Coordinates("com.example", "repo"));
    Path staging = Files.createTempDirectory(root, "staging");
    return Delivered.read(
        fetcher.fetch(location, fetcher.resolve(location, context), staging, context));
  }
}
