package io.github.sourceprovisioner.fetch.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.fixture.Refusal;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HopTest {

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
  void aHeaderLeadsToTheArchive() throws Exception {
    host.reply("/module", 204, "", "X-Terraform-Get", host.url("/v1.zip"));
    host.put("/v1.zip", "packed");
    assertThat(desk.bring(Desk.at(host.url("/module"))))
        .isEqualTo(Map.entry("v1.zip zip", "packed"));
    assertThat(host.asked).containsExactly("/module?terraform-get=1", "/v1.zip");
  }

  @Test
  void aMetaTagInTheHeadLeadsToTheArchive() throws Exception {
    String page =
        "<html><head><META Content='"
            + host.url("/v1?archive=zip&amp;x=1")
            + "' NAME=\"terraform-get\"></head>";
    host.put("/module", page, "Content-Type", "text/html; charset=utf-8").put("/v1", "packed");
    assertThat(desk.bring(Desk.at(host.url("/module")))).isEqualTo(Map.entry("v1 zip", "packed"));
    assertThat(host.asked).containsExactly("/module?terraform-get=1", "/v1?x=1");
  }

  @Test
  void aMetaTagInTheBodyIsContent() {
    String page =
        "<html><head></head><body><meta name=\"terraform-get\" content=\"http://x/y.zip\">";
    host.put("/module", page, "Content-Type", "text/html");
    Refusal.of(SourceNotFound.class, () -> desk.bring(Desk.at(host.url("/module"))))
        .says("what 127.0.0.1 sends is a page, not a file (text/html)");
  }

  @Test
  void anArchiveLeadsNowhere() throws Exception {
    host.put("/a.zip", "packed", "X-Terraform-Get", host.url("/evil.zip"));
    assertThat(desk.bring(Desk.at(host.url("/a.zip"))).getValue()).isEqualTo("packed");
    assertThat(host.asked).containsExactly("/a.zip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git::https://github.com/o/r.git?ref=v1",
        "github.com/o/r",
        "git@github.com:o/r.git",
        "./x.zip",
        "/x.zip",
        "x.zip",
        "file:///etc/passwd",
        "ssh://x/y",
        "jar:http://x/y!/z",
        "https://h/x.tf//sub",
        "https://h/x.zip?checksum=md5:0",
        "https://h/x.zip?ref=v1",
        "https://h/x.zip//a/../b",
        "https://h/x.zip//-a",
        "https://h/x.zip?archive=rar",
        "https://h/x.zip#y",
        "https://h/ x.zip"
      })
  void whatIsNoPlainFileIsForTheUserToWrite(String target) {
    host.reply("/module", 204, "", "X-Terraform-Get", target);
    Refusal.of(UnknownSource.class, () -> desk.bring(Desk.at(host.url("/module"))))
        .says("127.0.0.1 leads to a source that is not followed");
    assertThat(host.asked).hasSize(1);
  }

  @Test
  void theAdviceHoldsTheTargetWithoutItsSecrets() {
    host.reply("/module", 204, "", "X-Terraform-Get", "git::https://u:S3CR3T@h/o/r.git?ref=v1");
    Refusal.of(UnknownSource.class, () -> desk.bring(Desk.at(host.url("/module"))))
        .advises("write that source into the manifest: git::https://u:redacted@h/o/r.git?ref=v1");
  }

  @ParameterizedTest
  @CsvSource({
    "http://example.com/x.zip, can be read and changed by anyone",
    "http://u:p@127.0.0.1/x.zip, a user or a password in the URL"
  })
  void aHopIsCheckedAsWhatAUserWrites(String target, String why) {
    host.reply("/module", 204, "", "X-Terraform-Get", target);
    Refusal.of(InvalidStack.class, () -> desk.bring(Desk.at(host.url("/module")))).mentions(why);
  }

  @Test
  void aHopMayLeadIntoADirectoryOfAnArchive() throws Exception {
    host.reply("/module", 204, "", "X-Terraform-Get", host.url("/v1//*/sub?archive=tar.gz"));
    host.put("/v1", "packed");
    SourceLocation location = Desk.at(host.url("/module"));
    Payload.Archives payload = (Payload.Archives) desk.fetch(location, desk.resolve(location));
    assertThat(payload.root()).isEqualTo("*/sub");
    assertThat(payload.files().get(0).format()).contains("tar.gz");
  }

  @Test
  void anotherDirectoryOfTheSameArchiveIsAnotherRevision() throws Exception {
    host.put("/v1.zip", "packed");
    SourceLocation location = Desk.at(host.url("/module"));
    host.reply("/module", 204, "", "X-Terraform-Get", host.url("/v1.zip//a"));
    Revision first = desk.resolve(location);
    assertThat(((Payload.Archives) desk.fetch(location, first)).root()).isEqualTo("a");

    host.reply("/module", 204, "", "X-Terraform-Get", host.url("/v1.zip//b"));
    assertThat(desk.nextRun().resolve(location)).isNotEqualTo(first);
    Refusal.of(IntegrityMismatch.class, () -> desk.nextRun().fetch(location, first));
  }

  @Test
  void whatAUserAskedForStaysInTheQuestion() throws Exception {
    host.put("/module", "text");
    desk.bring(Desk.at(host.url("/module?terraform-get=7")));
    assertThat(host.asked).containsExactly("/module?terraform-get=7&terraform-get=1");
  }

  @Test
  void noHopLeadsFromHttpsToHttp() {
    Refusal.of(
            UnknownSource.class,
            () -> Hop.to("http://127.0.0.1/x.zip", URI.create("https://h/module")))
        .says("h leads to a source that is not followed")
        .advises("write that source into the manifest: http://127.0.0.1/x.zip");
  }

  @Test
  void tenHopsAreFollowedAndNotOneMore() throws Exception {
    for (int i = 0; i < 11; i++) {
      host.reply("/m" + i, 204, "", "X-Terraform-Get", host.url("/m" + (i + 1)));
    }
    host.put("/m11", "text");
    Refusal.of(SourceNotFound.class, () -> desk.bring(Desk.at(host.url("/m0"))))
        .says("127.0.0.1 leads from place to place without an end")
        .advises("ask whoever runs it for the URL of the archive, and write that");
    assertThat(desk.bring(Desk.at(host.url("/m1"))).getValue()).isEqualTo("text");
  }
}
