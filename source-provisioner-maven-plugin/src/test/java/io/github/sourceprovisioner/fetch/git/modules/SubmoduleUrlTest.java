package io.github.sourceprovisioner.fetch.git.modules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmoduleUrlTest {

  private static final String PARENT = "https://h.example/acme/parent.git";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-oProxyCommand=x",
        "--upload-pack=x",
        "ext::sh -c x",
        "ext::https://h/x",
        "fd::17",
        "::x",
        "transport::address"
      })
  void optionsAndProgramsAreRefused(String url) {
    assertRefused(url, "it names an option or a program, not a place");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h/a\nb", "https://h/a\r", "https://h/%0a", "https://h/a%0Db", "https://h/a%00b",
        "../a\u0000", "../\u202ea", "https://h/%2f..", "https://h/a%5cb", "../%7f"
      })
  void controlCharactersAndDisguisedSeparatorsAreRefused(String url) {
    assertRefused(url, "it holds a control character or an encoded separator");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://h/x", "sftp://h/x", "amazon-s3://b/x", "bundle://h/x", "git+ssh://h/x"})
  void otherTransportsAreRefused(String url) {
    assertRefused(url, "only https, http, ssh and git lead to a submodule");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://ann@h/x.git",
        "https://ann:secret@h/x.git",
        "ssh://git:secret@h/x",
        "ssh://-u@h/x",
        "git://ann@h/x"
      })
  void userInfoIsRefusedAndNotShown(String url) {
    assertRefused(url, "it holds a user or a password");
    assertThat(refusal(PARENT, url)).message().doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://-h/x", "https:///x", "ssh://-oProxyCommand=x/r", "https://h_/x"})
  void aHostThatIsNoneIsRefused(String url) {
    assertRefused(url, "it has no usable host");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://h", "https://h/", "https://h/a/../b", "https://h/%2e%2e/b", "../a/../b"})
  void aPathThatNamesNoRepositoryIsRefused(String url) {
    assertRefused(url, "its path names no repository");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../../x", "../../../../x", ".././../../x", "..//x"})
  void leadingAboveTheRootOfTheHostIsRefused(String url) {
    assertRefused(url, "it leads above the root of the host");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "lib", "lib/x", "/srv/git/x", "C:/x", "git@h:-x", "h:/-x"})
  void whatIsNoPlaceIsRefused(String url) {
    assertRefused(url, "it is neither a URL nor relative to the parent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://h/x?access_token=t0ken", "../x#y", "https:\\\\h\\x"})
  void queriesFragmentsAndBackslashesAreRefused(String url) {
    assertRefused(url, "it holds a backslash, a query or a fragment");
    assertThat(refusal(PARENT, url)).message().doesNotContain("t0ken");
  }

  @Test
  void anEmptyOrEndlessUrlIsRefused() {
    assertThat(refusal(PARENT, "")).hasMessageEndingWith("it is empty or too long");
    assertThat(refusal(PARENT, "../" + "a".repeat(2000)))
        .hasMessageEndingWith("it is empty or too long")
        .message()
        .hasSizeLessThan(250);
  }

  /** CVE-2022-39253: what a host wrote must not read this machine. */
  @Test
  void aRepositoryOnAHostNamesNoDirectoryOfThisMachine() {
    assertRefused("file:///etc", "a repository on a host names a directory of this machine");
    assertThat(refusal("file:///a/b", "file://h/x")).hasMessageEndingWith("a file URL with a host");
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/p, http://other.example/x",
    "https://h/p, http://localhost/x",
    "ssh://git@h/p, git://127.0.0.1/x",
    "file:///p, http://other.example/x",
    "http://localhost/p, http://127.0.0.1.evil.example/x",
  })
  void trustNeverFallsOnTheWay(String parent, String url) {
    assertThat(refusal(parent, url))
        .hasMessageEndingWith(":// can be read and changed by anyone on the way");
    assertThat(SubmoduleUrl.resolve(parent, url, true)).isEqualTo(url);
  }

  @Test
  void plainTextWithinThisMachineIsFineWhereTheParentIsHere() {
    assertThat(resolve("http://localhost:1/a/p", "../x")).isEqualTo("http://localhost:1/a/x");
    assertThat(resolve("file:///a/p", "git://[::1]/x")).isEqualTo("git://[::1]/x");
  }

  @ParameterizedTest
  @CsvSource({
    "https://h.example/acme/parent.git, ../x.git, https://h.example/acme/x.git",
    "https://h.example/acme/parent.git, ./x.git, https://h.example/acme/parent.git/x.git",
    "https://h.example/acme/parent.git, ../../x, https://h.example/x",
    "https://h.example/acme/parent.git/, ../x/, https://h.example/acme/x",
    "https://h.example/acme/parent.git, .././x, https://h.example/acme/x",
    "https://H.example:8443/acme/parent, ../x, https://h.example:8443/acme/x",
    "https://ann@h.example/acme/parent, ../x, https://h.example/acme/x",
    "ssh://git@h.example/acme/parent.git, ../x.git, ssh://git@h.example/acme/x.git",
    "ssh://git@h.example:2222/a/p, ../../b/x, ssh://git@h.example:2222/b/x",
    "file:///srv/git/parent.git, ../x.git, file:///srv/git/x.git",
    "file:///srv/git/parent.git, /srv/other/x, file:///srv/other/x",
    "file:///srv/git/parent.git, file:///srv/other/x, file:///srv/other/x",
    "https://h.example/a/p, HTTPS://Other.example/b/x.git, https://other.example/b/x.git",
    "https://h.example/a/p, git@h.example:b/x.git, ssh://git@h.example/b/x.git",
    "https://h.example/a/p, git@h.example:/b/x.git, ssh://git@h.example/b/x.git",
    "https://h.example/a/p, h.example:b/x.git, ssh://h.example/b/x.git",
    "https://h.example/a/p, ssh://h.example:22/b/x, ssh://h.example:22/b/x",
  })
  void urlsAreReadAsGitReadsThem(String parent, String written, String url) {
    assertThat(resolve(parent, written)).isEqualTo(url);
  }

  private static String resolve(String parent, String url) {
    return SubmoduleUrl.resolve(parent, url, false);
  }

  private static IntegrityMismatch refusal(String parent, String url) {
    return catchThrowableOfType(IntegrityMismatch.class, () -> resolve(parent, url));
  }

  private static void assertRefused(String url, String reason) {
    IntegrityMismatch failure = refusal(PARENT, url);
    assertThat(failure)
        .hasMessageStartingWith("the URL of a submodule is refused, ")
        .hasMessageEndingWith(": " + reason);
    assertThat(failure.advice())
        .containsExactly(
            "correct it in the .gitmodules of the repository",
            "use the repository of the submodule as a source of its own");
  }
}
