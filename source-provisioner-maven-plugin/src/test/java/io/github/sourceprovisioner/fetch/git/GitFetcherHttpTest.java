package io.github.sourceprovisioner.fetch.git;

import static io.github.sourceprovisioner.fetch.git.TestContext.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitFetcherHttpTest {

  private Path root;
  private Path store;
  private Path staging;
  private BareRepository repository;
  private GitServer server;
  private TestContext context;
  private ObjectId first;
  private ObjectId second;

  @BeforeEach
  void serve(@TempDir Path repositories, @TempDir Path cache, @TempDir Path other)
      throws Exception {
    root = repositories;
    store = cache;
    staging = other;
    repository = new BareRepository(root.resolve("modules.git"));
    first = repository.commit(Map.of("vpc/main.tf", "one", "x:run.sh", "#!", "big.bin", noise(1)));
    second =
        repository.commit(
            Map.of("vpc/main.tf", "two", "x:run.sh", "#!", "big.bin", noise(1)), first);
    repository.ref("refs/heads/main", second);
    repository.ref("refs/tags/v1", repository.tag("v1", first, Constants.OBJ_COMMIT));
    repository.repository.getConfig().setBoolean("uploadpack", null, "allowFilter", true);
    repository.repository.getConfig().save();
    server = new GitServer(root);
    context = new TestContext(store);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
    repository.close();
  }

  @Test
  void anAnnotatedTagMeansItsCommit() throws Exception {
    assertThat(new GitFetcher().resolve(at("v1", ""), context))
        .isEqualTo(new Revision(first.name(), Stability.TAG, Optional.of("refs/tags/v1")));
  }

  @Test
  void theDefaultBranchIsFollowedByItsName() throws Exception {
    assertThat(new GitFetcher().resolve(at("", ""), context))
        .isEqualTo(new Revision(second.name(), Stability.MOVING, Optional.of("refs/heads/main")));
  }

  @Test
  void refsAreAskedForOnceInARun() throws Exception {
    GitFetcher fetcher = new GitFetcher();
    fetcher.resolve(at("v1", ""), context);
    int once = server.requests.size();
    fetcher.resolve(at("main", "vpc"), context);
    assertThat(once).isEqualTo(2);
    assertThat(server.requests).hasSize(once);
  }

  @Test
  void aQuestionThatFailedIsAskedAgain() throws Exception {
    GitFetcher fetcher = new GitFetcher();
    server.behavior = status(503);
    assertThatThrownBy(() -> fetcher.resolve(at("v1", ""), context))
        .isInstanceOf(TransferFailed.class);
    server.behavior = (request, response) -> false;
    assertThat(fetcher.resolve(at("v1", ""), context).id()).isEqualTo(first.name());
  }

  @Test
  void theWholeTreeComesWithItsModes() throws Exception {
    assertThat(files("v1", ""))
        .containsEntry("f vpc/main.tf", "one")
        .containsEntry("x run.sh", "#!")
        .hasSize(3);
  }

  @Test
  void aSecondFetchOfACommitAsksNobody() throws Exception {
    files("v1", "");
    server.requests.clear();
    Revision revision = new Revision(first.name(), Stability.FIXED, Optional.empty());
    assertThat(read(fetch(new GitFetcher(), at("v1", ""), revision))).hasSize(3);
    assertThat(read(fetch(new GitFetcher(), at("v1", "vpc"), revision))).hasSize(1);
    assertThat(server.requests).isEmpty();
  }

  @Test
  void aSubdirectoryCostsOnlyItsOwnBlobs() throws Exception {
    assertThat(files("v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
    assertThat(context.bytes).isLessThan(10_000);
    assertThat(context.requests).isNotEmpty().hasSize(server.requests.size());
    assertThat(context.completed).isEqualTo(context.requests.size());
  }

  @Test
  void aSubdirectoryComesFromAServerThatCannotFilter() throws Exception {
    repository.repository.getConfig().setBoolean("uploadpack", null, "allowFilter", false);
    repository.repository.getConfig().save();
    assertThat(files("v1", "vpc")).containsExactly(Map.entry("f main.tf", "one"));
  }

  @Test
  void theWholeTreeComesAfterAPart() throws Exception {
    files("v1", "vpc");
    assertThat(files("v1", "")).hasSize(3);
    assertThat(files("main", "")).containsEntry("f vpc/main.tf", "two");
  }

  @Test
  void aCommitThatNoRefReachesIsFetchedById() throws Exception {
    repository.repository.getConfig().setBoolean("uploadpack", null, "allowAnySHA1InWant", true);
    repository.repository.getConfig().save();
    ObjectId hidden = repository.commit(Map.of("a", "hidden"));
    assertThat(files(hidden.name(), "")).containsExactly(Map.entry("f a", "hidden"));
  }

  @Test
  void aCommitThatIsNotThereIsSaidSoWithoutACloneOfEverything() {
    server.behavior = secondPost("003cERR upload-pack: not our ref " + "1".repeat(27));
    ProvisioningException failure = failure(SourceNotFound.class, "1".repeat(40), "");
    assertThat(failure).hasMessage("the host does not hand out commit " + "1".repeat(40));
    assertThat(failure.advice()).contains("pick a tag or a branch instead");
    assertThat(context.bytes).isLessThan(10_000);
  }

  @Test
  void aServerOfTheOldProtocolGivesTheCommitOfAnAnnotatedTag() throws Exception {
    server.oldProtocol = true;
    assertThat(files("v1", "")).containsEntry("f vpc/main.tf", "one");
  }

  @Test
  void aServerOfTheOldProtocolGivesACommitInTheMiddleOfTheHistory() throws Exception {
    server.oldProtocol = true;
    repository.ref("refs/tags/v1", second);
    assertThat(files(first.name(), "vpc")).containsExactly(Map.entry("f main.tf", "one"));
  }

  @Test
  void withoutACredentialAccessIsDenied() {
    server.behavior = askForPassword();
    ProvisioningException failure = failure(AccessDenied.class, "v1", "");
    assertThat(failure)
        .hasMessage(
            "127.0.0.1:%s refuses access, and no credential is configured for it", server.port());
    assertThat(failure.advice())
        .contains("add a <server> with the id 127.0.0.1:" + server.port() + " to settings.xml");
  }

  @Test
  void aWrongPasswordIsShownOnce() {
    server.behavior = askForPassword();
    context.credential = Optional.of(new Credential("work", "ann", "wrong"));
    ProvisioningException failure = failure(AccessDenied.class, "v1", "");
    assertThat(failure)
        .hasMessage("127.0.0.1:%s refuses access with the credential of work", server.port());
    assertThat(failure.advice())
        .contains("check that the token is valid and may read the repository");
    assertThat(server.authorizations).hasSize(1);
  }

  @Test
  void theRightPasswordOpensTheRepository() throws Exception {
    server.behavior = askForPassword();
    context.credential = Optional.of(new Credential("work", "ann", "secret"));
    assertThat(files("v1", "vpc")).hasSize(1);
    assertThat(context.requests.toString()).doesNotContain("secret");
  }

  @Test
  void aRedirectWithinTheOriginIsFollowed() throws Exception {
    server.behavior = redirect("/old.git", server.url("modules.git"));
    assertThat(new GitFetcher().resolve(location(server.url("old.git"), "v1", ""), context).id())
        .isEqualTo(first.name());
  }

  @Test
  void aCredentialDoesNotFollowARedirectToAnotherOrigin() throws Exception {
    try (GitServer other = new GitServer(root)) {
      context.credential = Optional.of(new Credential("work", "ann", "secret"));
      other.behavior = askForPassword();
      server.behavior =
          (request, response) ->
              askForPassword().answer(request, response)
                  || redirect("/", other.url("")).answer(request, response);
      assertThatThrownBy(() -> new GitFetcher().resolve(at("v1", ""), context))
          .isInstanceOf(AccessDenied.class);
      assertThat(server.authorizations).isNotEmpty();
      assertThat(other.requests).isNotEmpty();
      assertThat(other.authorizations).isEmpty();
    }
  }

  @Test
  void aRedirectIsCheckedAsStrictlyAsAUrlOfTheUser() {
    server.behavior = redirect("/", "http://example.invalid/");
    ProvisioningException failure = failure(InvalidStack.class, "v1", "");
    assertThat(failure).hasMessage("http:// can be read and changed by anyone on the way");
    assertThat(failure.advice()).contains("use https:// instead");
  }

  @Test
  void aMissingRepositoryIsNotFound() {
    ProvisioningException failure =
        catchThrowableOfType(
            SourceNotFound.class,
            () -> new GitFetcher().resolve(location(server.url("none.git"), "", ""), context));
    assertThat(failure).hasMessage("no such repository");
    assertThat(failure.advice())
        .contains("check the URL; a private repository looks the same without a credential");
    assertThat(context.failures).hasSize(1);
  }

  @Test
  void aServerErrorIsWorthAnotherAttempt() {
    server.behavior = status(502);
    ProvisioningException failure = failure(TransferFailed.class, "v1", "");
    assertThat(failure).hasMessage("127.0.0.1:%s answers with status 502", server.port());
    assertThat(failure.advice()).containsExactly("try again later");
  }

  @Test
  void aBadRequestIsNotWorthAnotherAttempt() {
    server.behavior = status(400);
    ProvisioningException failure = failure(SourceNotFound.class, "v1", "");
    assertThat(failure)
        .hasMessage("127.0.0.1:%s refuses the request with status 400", server.port());
    assertThat(failure.advice()).containsExactly("check the URL of the repository");
  }

  @Test
  void aWebPageIsNoRepository() {
    server.behavior =
        (request, response) -> {
          response.setContentType("text/html");
          response.getOutputStream().print("<html><body>please log in</body></html>");
          return true;
        };
    ProvisioningException failure = failure(SourceNotFound.class, "v1", "");
    assertThat(failure).hasMessage("no git repository answers at this URL");
    assertThat(failure.advice()).isNotEmpty();
  }

  @Test
  void aPackThatIsCutOffIsWorthAnotherAttemptAndLeavesNothingBehind() throws Exception {
    Revision revision = new Revision(first.name(), Stability.FIXED, Optional.empty());
    server.behavior = secondPost("000dpackfile\n0011\u0001PACK");
    ProvisioningException failure =
        catchThrowableOfType(
            TransferFailed.class, () -> fetch(new GitFetcher(), at("v1", ""), revision));
    assertThat(failure).hasMessage("the transfer from 127.0.0.1:%s broke off", server.port());
    assertThat(failure.advice()).containsExactly("try again");
    server.behavior = (request, response) -> false;
    assertThat(read(fetch(new GitFetcher(), at("v1", ""), revision))).hasSize(3);
  }

  @Test
  void anUnreachableHostIsWorthAnotherAttempt() throws Exception {
    String url = server.url("modules.git");
    server.close();
    ProvisioningException failure =
        catchThrowableOfType(
            TransferFailed.class, () -> new GitFetcher().resolve(location(url, "", ""), context));
    assertThat(failure).hasMessageEndingWith(" cannot be reached");
    assertThat(failure.advice()).containsExactly("check the network and the proxy");
  }

  @Test
  void theTimeForATransferIsLimited() {
    context.timeout = Duration.ZERO;
    ProvisioningException failure = failure(TransferFailed.class, "v1", "");
    assertThat(failure).hasMessage("the transfer took longer than 0 s");
    assertThat(failure.advice()).containsExactly("raise -Dsource.timeout");
  }

  @Test
  void anInterruptedThreadStops() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> new GitFetcher().resolve(at("v1", ""), context))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void aStoreHealsWhicheverOfItsFilesIsLostOrDamaged() throws Exception {
    files("v1", "");
    for (Path file : filesOfStore()) {
      Files.delete(file);
      settle();
      assertThat(files("v1", "")).as("without %s", file).hasSize(3);
    }
    for (Path file : filesOfStore()) {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 2));
      settle();
      assertThat(files("v1", "")).as("with 2 bytes of %s", file).hasSize(3);
    }
    for (Path file : filesOfStore()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      settle();
      assertThat(files("v1", "")).as("with a flipped bit in %s", file).hasSize(3);
    }
  }

  @Test
  void whatWasPlantedInAStoreIsThrownAway() throws Exception {
    files("v1", "");
    Files.writeString(store.resolve("config"), "[http]\n\tproxy = http://127.0.0.1:1\n");
    Files.createDirectories(store.resolve("objects/info"));
    Files.writeString(store.resolve("objects/info/alternates"), "/nowhere\n");
    Files.writeString(store.resolve("shallow.lock"), "");
    Files.writeString(store.resolve("objects/incoming_1.pack"), "half");
    assertThat(files("main", "")).containsEntry("f vpc/main.tf", "two");
    assertThat(store.resolve("objects/info/alternates")).doesNotExist();
    assertThat(store.resolve("shallow.lock")).doesNotExist();
    assertThat(store.resolve("objects/incoming_1.pack")).doesNotExist();
    assertThat(store.resolve("config")).content().doesNotContain("proxy");
  }

  @Test
  void aStoreThatIsALinkElsewhereIsNotErasedThroughTheLink() throws Exception {
    Path precious = Files.createDirectory(staging.resolve("precious"));
    Files.writeString(precious.resolve("file"), "mine");
    Files.createSymbolicLink(store.resolve("objects"), precious);
    assertThat(files("v1", "")).hasSize(3);
    assertThat(precious.resolve("file")).hasContent("mine");
  }

  private SourceLocation at(String ref, String subdir) {
    return location(server.url("modules.git"), ref, subdir);
  }

  private Map<String, String> files(String ref, String subdir) throws Exception {
    GitFetcher fetcher = new GitFetcher();
    SourceLocation location = at(ref, subdir);
    return read(fetch(fetcher, location, fetcher.resolve(location, context)));
  }

  private Payload fetch(GitFetcher fetcher, SourceLocation location, Revision revision)
      throws Exception {
    return fetcher.fetch(location, revision, staging, context);
  }

  private <T extends ProvisioningException> T failure(Class<T> type, String ref, String subdir) {
    return catchThrowableOfType(type, () -> files(ref, subdir));
  }

  /** What changed just now, JGit reads again and again until it is two seconds old. */
  private void settle() throws IOException {
    try (Stream<Path> all = Files.walk(store)) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
      }
    }
  }

  private List<Path> filesOfStore() throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      return files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }

  static Map<String, String> read(Payload payload) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (var tree = ((Payload.Tree) payload).tree()) {
      for (TreeEntry entry : tree.entries()) {
        try (InputStream in = tree.open(entry)) {
          byte[] bytes = in.readAllBytes();
          assertThat(entry.size()).isEqualTo(bytes.length);
          content.put(
              entry.type().letter() + " " + entry.path(),
              new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return content;
  }

  private static String noise(long seed) {
    byte[] bytes = new byte[100_000];
    new Random(seed).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The first request of that kind is for refs, the second for objects. */
  private GitServer.Behavior secondPost(String body) {
    return (request, response) -> {
      if (server.requests.stream().filter(r -> r.startsWith("POST")).count() != 2) {
        return false;
      }
      response.setContentType("application/x-git-upload-pack-result");
      response.getOutputStream().print(body);
      return true;
    };
  }

  private static GitServer.Behavior status(int status) {
    return (request, response) -> {
      response.setStatus(status);
      return true;
    };
  }

  private static GitServer.Behavior redirect(String from, String to) {
    return (request, response) -> {
      if (!request.getRequestURI().startsWith(from)) {
        return false;
      }
      String rest = request.getRequestURI().substring(from.length());
      response.setStatus(301);
      response.setHeader("Location", to + rest + "?" + request.getQueryString());
      return true;
    };
  }

  private static GitServer.Behavior askForPassword() {
    String expected =
        "Basic "
            + Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8));
    return (request, response) -> {
      if (expected.equals(request.getHeader("Authorization"))) {
        return false;
      }
      response.setHeader("WWW-Authenticate", "Basic realm=\"git\"");
      response.setStatus(401);
      return true;
    };
  }
}
