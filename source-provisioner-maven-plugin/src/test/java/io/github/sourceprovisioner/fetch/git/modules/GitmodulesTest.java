package io.github.sourceprovisioner.fetch.git.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.model.TreeEntry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitmodulesTest {

  private static final String REFUSED = "the .gitmodules of the repository is refused: ";

  @Test
  void aLinkInPlaceOfTheFileIsRefused() {
    assertRefused(
        catchThrowableOfType(
            IntegrityMismatch.class,
            () ->
                Gitmodules.parse(
                    TreeEntry.Type.LINK, "/etc/passwd".getBytes(StandardCharsets.UTF_8))),
        "it is a symbolic link");
  }

  @Test
  void aHugeFileIsRefused() {
    assertRefused(" ".repeat(Gitmodules.LIMIT + 1), "it has more than 262144 bytes");
    assertThat(parse(" ".repeat(Gitmodules.LIMIT)).at("lib")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[submodule \"lib\"\n\tpath = lib\n",
        "[submodule \"lib\"]\n\tpath = \"lib\n",
        "[submodule \"lib\"]\n\tpath = lib\\q\n",
        "<!DOCTYPE html>",
        "path = lib"
      })
  void whatIsNoConfigurationFileIsRefused(String text) {
    assertRefused(text, "it is no configuration file");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertRefused(
        catchThrowableOfType(
            IntegrityMismatch.class,
            () ->
                Gitmodules.parse(
                    TreeEntry.Type.FILE, "#\u00e9".getBytes(StandardCharsets.ISO_8859_1))),
        "it is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../lib", "a/../b", "a/..", "..\\\\lib", "a\\\\..\\\\b"})
  void aNameThatLeadsUpwardsIsRefused(String name) {
    assertThat(refusal("[submodule \"" + name + "\"]\n\tpath = lib\n"))
        .hasMessageStartingWith(REFUSED + "the name ")
        .hasMessageEndingWith(" leads upwards");
  }

  @Test
  void anEmptyNameIsRefused() {
    assertRefused("[submodule \"\"]\n\tpath = lib\n", "an entry has no name");
  }

  @Test
  void aControlCharacterInANameIsRefusedAndNotShown() {
    assertRefused(
        "[submodule \"a\u001b[31m\"]\n\tpath = lib\n", "a control character in the name a?[31m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/lib", "../lib", "a/../b", "..", ".", "./lib", "a//b", "lib/", "-lib", "C:lib"})
  void aPathThatIsNotPlainlyBelowTheRootIsRefused(String path) {
    assertRefused(entry("lib", path), "the path " + path + " is not plainly below the root");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        ".GIT",
        "a/.git/hooks",
        "git~1",
        "a/GIT~2/b",
        ".git.",
        "\".git \"",
        ".git::$INDEX"
      })
  void aPathIntoTheDirectoryOfGitIsRefused(String path) {
    assertThat(refusal(entry("lib", path))).hasMessageEndingWith(" is not plainly below the root");
  }

  @Test
  void aBackslashInAPathIsRefused() {
    assertRefused(entry("lib", "a\\\\b"), "the path a\\b is not plainly below the root");
  }

  /** CVE-2025-48384: written without quotes, the path would lose its last character. */
  @Test
  void aCarriageReturnAtTheEndOfAPathIsRefused() {
    assertRefused(entry("lib", "\"lib\r\""), "a control character in the path lib?");
  }

  @Test
  void anInvisibleCharacterInAPathIsRefused() {
    assertRefused(entry("lib", ".g\u200cit"), "a control character in the path .g?it");
  }

  @Test
  void anUpdateThatRunsACommandIsRefused() {
    assertRefused(
        entry("lib", "lib") + "\tupdate = !touch /tmp/x\n", "the entry lib wants to run a command");
  }

  @Test
  void sayingTheSameTwiceIsRefused() {
    assertRefused(entry("a", "lib") + "\tpath = other\n", "the entry a says path twice");
    assertRefused(entry("a", "lib") + entry("b", "lib"), "two entries have the path lib");
  }

  @Test
  void entriesAreFoundByTheirPath() {
    String text =
        """
        # what we need
        [submodule "modules/vpc"]
        \tpath = modules/vpc
        \turl = ../vpc.git ; the neighbor
        \tbranch = main
        \tupdate = rebase
        [Submodule "Other"]
        \tPATH = "with space/é"
        \tURL = https://h.example/other.git
        """;
    Gitmodules modules = parse(text);
    assertThat(modules.at("modules/vpc"))
        .contains(new Gitmodule("modules/vpc", "modules/vpc", Optional.of("../vpc.git")));
    assertThat(modules.at("with space/é").flatMap(Gitmodule::url))
        .contains("https://h.example/other.git");
    assertThat(modules.at("modules")).isEmpty();
  }

  @Test
  void lineEndsOfWindowsAreNoPartOfAValue() {
    assertThat(parse("[submodule \"lib\"]\r\n\tpath = lib\r\n\turl = ../lib\r\n").at("lib"))
        .contains(new Gitmodule("lib", "lib", Optional.of("../lib")));
  }

  @Test
  void whatIsNoEntryDoesNotCount() {
    Gitmodules modules =
        parse("[core]\n\tfsmonitor = touch x\n[include]\n\tpath = /etc/x\n[submodule \"lib\"]\n");
    assertThat(modules.at("lib")).isEmpty();
    assertThat(modules.at("/etc/x")).isEmpty();
  }

  private static String entry(String name, String path) {
    return "[submodule \"" + name + "\"]\n\turl = ../x\n\tpath = " + path + "\n";
  }

  private static Gitmodules parse(String text) {
    return Gitmodules.parse(TreeEntry.Type.FILE, text.getBytes(StandardCharsets.UTF_8));
  }

  private static IntegrityMismatch refusal(String text) {
    return catchThrowableOfType(IntegrityMismatch.class, () -> parse(text));
  }

  private static void assertRefused(String text, String reason) {
    assertRefused(refusal(text), reason);
  }

  private static void assertRefused(IntegrityMismatch failure, String reason) {
    assertThat(failure).hasMessage(REFUSED + reason);
    assertThat(failure.advice())
        .containsExactly(
            "correct the file in the repository", "choose a subdirectory without submodules");
  }
}
