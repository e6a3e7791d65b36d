package io.github.sourceprovisioner.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {

  private Host host;
  private Desk desk;

  @BeforeEach
  void start(@TempDir Path directory) throws IOException {
    host = new Host();
    desk = new Desk(directory);
  }

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void anArchiveIsHandedOverPackedUnderTheDigestOfItsBytes() throws Exception {
    host.put("/a%20b.tar.gz", "packed").put("/a b.tar.gz", "packed");
    SourceLocation location = Desk.at(host.url("/a%20b.tar.gz"));

    assertThat(desk.resolve(location))
        .isEqualTo(
            new Revision(Desk.sha256("packed"), Revision.Stability.MOVING, Optional.empty()));
    assertThat(desk.bring(location)).isEqualTo(Map.entry("a b.tar.gz tar.gz", "packed"));
  }

  @Test
  void aFileThatIsNoArchiveIsKeptAsItIs() throws Exception {
    host.put("/main.tf", "text").put("/raw", "text");
    assertThat(desk.bring(Desk.at(host.url("/main.tf")))).isEqualTo(Map.entry("main.tf", "text"));
    assertThat(desk.bring(Desk.at(host.url("/raw"), "", Map.of("filename", "x.tf"))))
        .isEqualTo(Map.entry("x.tf", "text"));
  }

  @Test
  void aUrlWithoutAFileNameAsksForOne() {
    host.put("/dir/", "text");
    Refusal.of(InvalidStack.class, () -> desk.bring(Desk.at(host.url("/dir/"))))
        .says("the URL does not end in the name of a file")
        .advises("add the parameter filename=<name>", "add archive=<format> if it is an archive");
  }

  @Test
  void whatLooksPackedAndStaysPackedIsMentioned() throws Exception {
    host.put("/v1", "PK\u0003\u0004...");
    SourceLocation location = Desk.at(host.url("/v1"));
    assertThat(desk.fetch(location, desk.resolve(location)).warnings())
        .containsExactly("v1 looks like an archive and stays packed; archive=<format> unpacks it");
  }

  @Test
  void oneRunAsksOnceHoweverManySubdirectoriesAreWanted() throws Exception {
    host.put("/a.zip", "packed");
    Revision revision = desk.resolve(Desk.at(host.url("/a.zip")));
    desk.fetch(Desk.at(host.url("/a.zip")), revision);
    desk.fetch(Desk.at(host.url("/a.zip")), revision);
    assertThat(host.asked).containsExactly("/a.zip");
    assertThat(desk.bytes).isEqualTo(6);
  }

  @Test
  void aHostThatSaysNothingChangedSendsNothing() throws Exception {
    host.put("/a.zip", "packed", "ETag", "\"1\"", "Last-Modified", "Wed, 01 Jan 2025 00:00:00 GMT");
    Revision first = desk.resolve(Desk.at(host.url("/a.zip")));
    assertThat(desk.nextRun().resolve(Desk.at(host.url("/a.zip")))).isEqualTo(first);
    assertThat(host.headers.get(1))
        .containsEntry("If-none-match", List.of("\"1\""))
        .containsEntry("If-modified-since", List.of("Wed, 01 Jan 2025 00:00:00 GMT"));
    assertThat(desk.bytes).isEqualTo(6);
  }

  @Test
  void aWeakValidatorIsNotBelieved() throws Exception {
    host.put("/a.zip", "packed", "ETag", "W/\"1\"");
    desk.resolve(Desk.at(host.url("/a.zip")));
    host.put("/a.zip", "other", "ETag", "W/\"1\"");
    assertThat(desk.nextRun().resolve(Desk.at(host.url("/a.zip"))).id())
        .isEqualTo(Desk.sha256("other"));
  }

  @ParameterizedTest
  @ValueSource(strings = {".bytes", ".answer"})
  void aDamagedStoreIsAskedForAgain(String kind) throws Exception {
    host.put("/a.zip", "packed", "Last-Modified", "Wed, 01 Jan 2025 00:00:00 GMT");
    Revision revision = desk.resolve(Desk.at(host.url("/a.zip")));
    try (var files = Files.list(desk.store())) {
      Path file = files.filter(f -> f.toString().endsWith(kind)).findFirst().orElseThrow();
      Files.writeString(file, Files.readString(file).replace('a', 'b').replace('2', '3'));
    }
    assertThat(desk.nextRun().bring(Desk.at(host.url("/a.zip"))).getValue()).isEqualTo("packed");
    assertThat(desk.resolve(Desk.at(host.url("/a.zip")))).isEqualTo(revision);
    assertThat(host.headers.get(1)).doesNotContainKey("If-modified-since");
  }

  @Test
  void aFileThatIsNotTheOneOfTheRevisionIsRefused() {
    host.put("/a.zip", "other");
    Revision locked =
        new Revision(Desk.sha256("locked"), Revision.Stability.MOVING, Optional.empty());
    Refusal.of(IntegrityMismatch.class, () -> desk.fetch(Desk.at(host.url("/a.zip")), locked))
        .says(
            "the file is not the one that was asked for before: it has the checksum "
                + Desk.sha256("other")
                + " instead of "
                + locked.id())
        .advises("run source:update to take what is there now");
  }

  @Test
  void aSignatureInTheUriIsSentInTheUrlAndNowhereElse() throws Exception {
    host.put("/a.zip", "packed");
    desk.credential = Optional.of(new Credential("the URI", "?", "X-Amz-Signature=S3CR3T"));
    desk.bring(Desk.at(host.url("/a.zip?part=1")));
    assertThat(host.asked).containsExactly("/a.zip?part=1&X-Amz-Signature=S3CR3T");
    assertThat(host.headers.get(0)).doesNotContainKey("Authorization");
    assertThat(desk.requests.toString()).doesNotContain("S3CR3T");
    try (var files = Files.list(desk.store())) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file) + file).doesNotContain("S3CR3T");
      }
    }
  }

  @Test
  void aSignatureThatIsRefusedIsNotShown() {
    host.reply("/a.zip", 403, "denied");
    desk.credential = Optional.of(new Credential("the URI", "?", "X-Amz-Signature=S3CR3T"));
    Refusal.of(AccessDenied.class, () -> desk.bring(Desk.at(host.url("/a.zip"))))
        .says("the host refuses the signature in the URI")
        .advises("ask for a new URL: signatures expire", "check that the whole URL was copied");
  }

  @Test
  void whatIsNotThereIsNamed() {
    Refusal.of(SourceNotFound.class, () -> desk.bring(Desk.at(host.url("/none.zip"))))
        .says("no such file")
        .advises("check the URL; a private file looks the same without a credential");
  }

  @Test
  void aPasswordIsShownOnceAndNamedWhenItIsRefused() {
    host.reply("/a.zip", 401, "who", "WWW-Authenticate", "Basic realm=x");
    desk.credential = Optional.of(new Credential("<server> files", "bob", "S3CR3T"));
    Refusal.of(AccessDenied.class, () -> desk.bring(Desk.at(host.url("/a.zip"))))
        .mentions("refuses access with the credential of <server> files");
    assertThat(host.asked).hasSize(1);
  }
}
