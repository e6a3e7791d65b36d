package io.github.sourceprovisioner.fetch.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenFetcherTest {

  private static final byte[] CONTENT = "content\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "tampered\n".getBytes(StandardCharsets.UTF_8);

  private final MavenFetcher fetcher = new MavenFetcher();
  private ShelfOfArtifacts shelf;
  private Path staging;
  private String sha256;

  @BeforeEach
  void shelf(@TempDir Path root) throws IOException {
    shelf = new ShelfOfArtifacts(Files.createDirectory(root.resolve("repository")));
    staging = Files.createDirectory(root.resolve("staging"));
    sha256 = Checksums.sha256(shelf.put("org.acme:infra:zip:1.0", CONTENT));
  }

  @Test
  void aVersionThatNobodyHasIsToldAsTheRepositoriesTellIt() {
    Refusal.of(SourceNotFound.class, () -> resolve(Order.zip("9.9")))
        .says("no org.acme:infra:zip:9.9")
        .advises("look elsewhere");
  }

  @Test
  void anotherChecksumIsRefusedWhenTheArtifactIsResolved() {
    String zeros = "0".repeat(64);
    shelf.means("LATEST", "1.0");
    Refusal.of(IntegrityMismatch.class, () -> resolve(Order.zip("LATEST", "sha256:" + zeros)))
        .says("the file has the checksum " + sha256 + " instead of " + zeros)
        .advises(
            "compare it with what the publisher says; do not use it if they differ",
            "change the parameter 'checksum' if the file was replaced on purpose");
  }

  @Test
  void anArtifactThatIsNotTheOneOfTheRevisionIsRefusedAsArchiveAndAsFile() throws Exception {
    Revision revision = resolve(Order.zip("1.0"));
    Path file = shelf.put("org.acme:infra:zip:1.0", OTHER);

    for (SourceLocation location : List.of(Order.zip("1.0"), Order.file(Map.of("type", "zip")))) {
      Refusal.of(IntegrityMismatch.class, () -> fetch(location, revision))
          .says(
              "org.acme:infra:zip:1.0 has the checksum %s instead of %s"
                  .formatted(Checksums.sha256(file), sha256))
          .advises(
              "take what it is now with source:update, if it was replaced on purpose",
              "delete it from the local repository, so that it is downloaded again");
    }
  }

  @Test
  void aWeakChecksumIsRefused() {
    Refusal.of(InvalidStack.class, () -> fetcher.pinned(Order.zip("1.0", "sha1:" + "0".repeat(40))))
        .says("a checksum of sha1 protects against nothing any more")
        .advises(
            "write checksum=sha256:<64 hex digits>, as sha256sum prints it",
            "allow it with -Dsource.allowWeakChecksums=true");
  }

  @Test
  void aServerOfTheSourceIsRefusedSinceRepositoriesHaveTheirOwn() {
    Order order = new Order(RecordingContext.with("acme", "build", "secret"), shelf);

    Refusal.of(InvalidStack.class, () -> fetcher.resolve(Order.zip("1.0"), order))
        .says("'auth' on a Maven source, whose repositories have servers of their own")
        .advises("remove it, and give the <server> the id of the <repository>");
    assertThat(shelf.asked).isEmpty();
  }

  @Test
  void aReleaseIsItselfAndKept() throws Exception {
    assertThat(resolve(Order.zip("1.0")))
        .isEqualTo(new Revision("1.0_" + sha256, Stability.TAG, Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.5.0-SNAPSHOT | 1.5.0-20260101.101010-3",
        "LATEST | 1.5.0",
        "RELEASE | 1.5.0",
        "[1.0,2.0) | 1.5.0",
        "(,2.0) | 1.5.0"
      })
  void whatCanMeanAnotherVersionTomorrowMoves(String requested, String exact) throws Exception {
    shelf.means(requested, exact).put("org.acme:infra:zip:" + exact, CONTENT);

    assertThat(resolve(Order.zip(requested)))
        .isEqualTo(new Revision(exact + "_" + sha256, Stability.MOVING, Optional.empty()));
    assertThat(shelf.asked)
        .containsExactly(
            "version org.acme:infra:zip:" + requested, "file org.acme:infra:zip:" + exact);
  }

  @Test
  void aReleaseWithAChecksumIsItsOwnRevision() throws Exception {
    SourceLocation location = Order.zip("1.0", "sha256:" + sha256);

    Revision pinned = fetcher.pinned(location).orElseThrow();

    assertThat(pinned).isEqualTo(new Revision("1.0_" + sha256, Stability.FIXED, Optional.empty()));
    assertThat(shelf.asked).isEmpty();
    assertThat(fetch(location, pinned)).isInstanceOf(Payload.Archives.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0-SNAPSHOT", "LATEST", "RELEASE", "[1.0,)"})
  void aChecksumDoesNotSayWhichVersionIsMeant(String version) {
    assertThat(fetcher.pinned(Order.zip(version, "sha256:" + sha256))).isEmpty();
    assertThat(fetcher.pinned(Order.zip("1.0"))).isEmpty();
  }

  @Test
  void anArchiveIsReadWhereMavenKeepsItAndNothingIsCopied() throws Exception {
    Payload payload = fetch(Order.zip("1.0"), resolve(Order.zip("1.0")));

    Path kept = shelf.put("org.acme:infra:zip:1.0", CONTENT).toRealPath();
    assertThat(payload)
        .isEqualTo(
            new Payload.Archives(
                List.of(new ArchiveFile(kept, "infra.zip", Optional.of("zip"))), List.of()));
    assertThat(staging).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.acme:infra:tf:1.0 | type=tf | infra.tf",
        "org.acme:infra:tfvars:prod:1.0 | type=tfvars classifier=prod | infra-prod.tfvars",
        "org.acme:infra:json:1.0 | type=json filename=my.json | my.json"
      })
  void aSingleFileIsDeliveredUnderANameWithoutTheVersion(String artifact, String list, String name)
      throws Exception {
    shelf.put(artifact, CONTENT);
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : list.split(" ")) {
      parameters.put(pair.split("=")[0], pair.split("=")[1]);
    }
    SourceLocation location = Order.file(parameters);

    assertThat(fetch(location, resolve(location)))
        .isEqualTo(new Payload.Directory(staging, List.of()));
    assertThat(staging.resolve(name)).hasBinaryContent(CONTENT);
  }

  private Revision resolve(SourceLocation location) throws Exception {
    return fetcher.resolve(location, Order.to(shelf));
  }

  private Payload fetch(SourceLocation location, Revision revision) throws Exception {
    return fetcher.fetch(location, revision, staging, Order.to(shelf));
  }
}
