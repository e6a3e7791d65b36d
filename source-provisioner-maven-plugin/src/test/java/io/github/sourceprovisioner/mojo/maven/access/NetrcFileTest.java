package io.github.sourceprovisioner.mojo.maven.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.mojo.maven.access.NetrcFile.NamedFile;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom a netrc file is shown, and what happens if there is something wrong with it. */
class NetrcFileTest {

  private static final String URL = "https://h.example.com/a";

  private Path home = Path.of("");
  private final List<String> warnings = new ArrayList<>();
  private NetrcFile netrc = new NetrcFile(List.of(), new Settings.Warnings(warnings));

  @BeforeEach
  void netrc(@TempDir Path directory) throws IOException {
    home = directory;
    Path file = home.resolve(".netrc");
    Files.writeString(
        file, "machine h.example.com login me password s\nmachine 127.0.0.1 password t\n");
    netrc =
        new NetrcFile(
            List.of(new NamedFile(home.resolve("none"), "none"), new NamedFile(file, "~/.netrc")),
            new Settings.Warnings(warnings));
  }

  @ParameterizedTest
  @ValueSource(strings = {URL, "https://H.EXAMPLE.com:8443/"})
  void theHostIsShownItAtAllPorts(String url) {
    assertThat(credential(url)).contains(new Credential("~/.netrc", "me", "s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://h.example.com/a",
        "ssh://h.example.com/a",
        "git://127.0.0.1/a",
        "https://a.h.example.com/a",
        "https://example.com/a"
      })
  void nobodyElseIsShownIt(String url) {
    assertThat(credential(url)).isEmpty();
  }

  @Test
  void thisMachineIsShownItInTheClear() {
    assertThat(credential("http://127.0.0.1:8080/a")).contains(new Credential("~/.netrc", "", "t"));
  }

  @Test
  void aFileThatIsNotUnderstoodIsNamedOnceWithItsLineAndWithoutItsContent() throws IOException {
    Files.writeString(home.resolve(".netrc"), "machine h.example.com\npasswort secret");
    assertThat(credential(URL)).isEmpty();
    assertThat(credential(URL)).isEmpty();
    assertThat(warnings).containsExactly("~/.netrc is not used: line 2 cannot be understood");
  }

  @Test
  void aFileThatIsTooLongIsNotUsed() throws IOException {
    Files.writeString(home.resolve(".netrc"), "\n".repeat((1 << 20) + 1));
    assertThat(credential(URL)).isEmpty();
    assertThat(warnings).containsExactly("~/.netrc is not used: it is longer than 1 MiB");
  }

  @Test
  void aFileInAnotherEncodingIsNotUsed() throws IOException {
    Files.write(
        home.resolve(".netrc"), "machine h password ä".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(credential(URL)).isEmpty();
    assertThat(warnings).containsExactly("~/.netrc is not used: it is not in UTF-8");
  }

  @Test
  void aByteOrderMarkDoesNoHarm() throws IOException {
    Files.writeString(home.resolve(".netrc"), "\uFEFFmachine h.example.com password s");
    assertThat(credential(URL)).isPresent();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatEverybodyCanReadIsUsedWithAWarning() throws IOException {
    open("rw-r--r--");
    assertThat(credential(URL)).isPresent();
    assertThat(warnings)
        .containsExactly("~/.netrc can be read by every user of this machine: chmod 600 closes it");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileOfItsOwnerAloneIsUsedInSilence() throws IOException {
    open("rw-------");
    assertThat(credential(URL)).isPresent();
    assertThat(warnings).isEmpty();
  }

  private void open(String permissions) throws IOException {
    Files.setPosixFilePermissions(
        home.resolve(".netrc"), PosixFilePermissions.fromString(permissions));
  }

  private Optional<Credential> credential(String url) {
    return Place.of(url).flatMap(netrc::of);
  }
}
