package io.github.sourceprovisioner.locate;

import static io.github.sourceprovisioner.locate.Sources.locate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocatorsTest {

  /** Claims every source that starts with its prefix. */
  private record Prefixed(String prefix) implements SourceLocator {
    @Override
    public Optional<SourceLocation> locate(SourceSpec spec) {
      return spec.uri().startsWith(prefix)
          ? Optional.of(Sources.locate("git::https://corp.example/o/r.git"))
          : Optional.empty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "git::https://h/r.git?ref=v1%0a | a control character | remove line breaks",
        "https://h%00/r.git | a control character | remove line breaks",
        "git::https://h/r.git?ref=v1&ref=v2 | the parameter 'ref' twice | keep one of the two",
        "git::https://h/r.git?ref=v1;depth=1 | a ';' between parameters | with '&'",
        "git::https://h/r.git?reff=v1 | the unknown parameter 'reff' | knows archive, depth, lfs",
        "git::https://h/r.git?archive=zip | the parameter 'archive' on a git source | own URL",
        "git::https://h/r.git?depth=x | a parameter 'depth' that is no number | leave it out",
        "git::https://h/r.git?submodules=yes | neither true nor false | submodules=true",
        "git::https://h/r.git?sshkey=QQ== | the parameter 'sshkey' without ssh | ssh://user@host",
        "git::ssh://g@h/r.git?sshkey=* | 'sshkey' that is not base64 | base64 -w0",
        "https://h/x.zip?archive=nope | an unknown format in the parameter 'archive' | tar.gz",
        "https://h/x.zip?checksum= | an empty parameter 'checksum' | checksum=sha256:",
        "https://h/x.zip?checksum=sha224:00 | an unknown type in the parameter 'checksum' | sha1",
        "https://h/x.zip?filename=../x | 'filename' that is no plain name | write a file name",
        "https://h/o/r?ref=v1 | the parameter 'ref' of git on an http source | git::",
        "git::https://h/r.git//a/../b | '..' in the subdirectory | from the root of the source",
        "git::https://h/r.git//a/../.. | '..' in the subdirectory | from the root of the source",
        "git::https://h/r.git//a\\b | a backslash in the subdirectory | with '/'",
        "git::https://h/r.git#v1 | a '#' | a ref is ?ref=",
        "git::ssh://git@-oProxyCommand=x/r | a host that starts with '-' | name of the host",
        "git::ssh://-x@h/r | a user that starts with '-' | name of the user",
        "git@h:-x/r.git | a path that starts with '-' | path of the repository",
        "git::--no-refs | a path that starts with '-' | ./ before it",
        "git::ssh://git@h:o/r.git | a port that is no number | user@host:path without ssh://",
        "git::https://h/o%2Fr | an encoded slash in the repository name | '/' for a directory",
        "git::https://h/%2e%2e/r | '..' in the path | write the path without it",
        "git::https://h | no repository | after the host",
        "git::user@h/o/r | a user without the ':' of the scp form | user@host:path",
        "git::amazon-s3://k@b/r | no URL with one of the schemes git, http, https, ssh | in full",
        "git::git::https://h/r | two forced prefixes | keep one '::'",
        "www.github.com/o/r | the unsupported host 'www.github.com' | leave out 'www.'",
        "github.com/o | no repository | github.com/owner/repository",
        "s3::bucket/key | a place that is no URL | s3:: needs a URL",
        "s3::https://s3.amazonaws.com/b | no bucket or no key | ends with '/'",
        "s3::https://ec2.amazonaws.com/b/k | a host of AWS that is not S3 | s3.<region>",
        "s3://b/k?aws_access_key_id=A | one half of a key | aws_access_key_secret",
        "s3::https://s3.eu-west-1.amazonaws.com/b/k?region=us-east-1 | another region | one of",
        "gcs::https://www.googleapis.com.evil.example/storage/v1/b/o | not one of GCS | gs://",
        "gs://b/o#x | a generation that is no number | #<generation>",
        "oci://h/UPPER:1 | registries do not allow | in lower case",
        "oci://h/r:a/b | registries do not allow | oci://host/repository:tag",
        "oci://h/r@sha256:12 | a tag or digest that registries do not allow | 64 hex digits",
        "mvn:g | coordinates that are not Maven's | mvn:group:artifact:version",
        "mvn:g:a | no version | add the version key",
        "mvn:g:a:[1,2) | a version that names no single artifact | one exact version",
        "file://server/share | a host in a file URL | three slashes",
        "../../x | a path that leaves the file system | some '../'",
        "./x?foo=bar | the unknown parameter 'foo' | archive, checksum, filename",
        "//x | nothing to fetch | ./directory",
      })
  void refusesWhatCannotBeMeantAndSaysWhatToWrite(String uri, String message, String advice) {
    assertThatThrownBy(() -> locate(uri))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessageContaining(message);
              assertThat(e.advice()).anySatisfy(a -> assertThat(a).contains(advice));
              assertThat(e.position()).contains(Sources.POSITION);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-x",
        "HEAD~1",
        "v1^",
        "a..b",
        "a@{1}",
        "a b",
        "a:b",
        "a?",
        "a*",
        "a[b",
        "a\\b",
        "/a",
        "a/",
        "a//b",
        "a.lock",
        "a.lock/b",
        ".a",
        "a/.b",
        "a.",
        "@"
      })
  void refusesRefsThatGitDoesNotAllow(String ref) {
    assertThatThrownBy(() -> locate(Sources.version("git::https://h/r.git", ref)))
        .isInstanceOf(InvalidStack.class)
        .hasMessageContaining("a ref that");
  }

  @Test
  void saysWhichPrefixesThereAreWhenNobodyUnderstandsASource() {
    assertThatThrownBy(() -> locate("foo::https://h/x"))
        .isInstanceOfSatisfying(
            UnknownSource.class,
            e -> {
              assertThat(e).hasMessage("nothing understands the source 'foo::https://h/x'");
              assertThat(e.advice().get(0)).contains("git::").contains("oci://");
            });
    assertThatThrownBy(() -> locate(Sources.type("svn", "./x")))
        .isInstanceOfSatisfying(
            UnknownSource.class, e -> assertThat(e.advice().get(0)).contains("git-worktree"));
  }

  @Test
  void saysThatMercurialIsNotSupported() {
    assertThatThrownBy(() -> locate("hg::https://h/r"))
        .isInstanceOfSatisfying(
            UnknownSource.class,
            e -> {
              assertThat(e).hasMessage("Mercurial is not supported: 'hg::https://h/r'");
              assertThat(e.advice().get(0)).contains("mirror the repository to git");
            });
  }

  @Test
  void letsAnExtensionClaimWhatTheGrammarDoesNotKnow() {
    Locators locators = new Locators(List.of(new Prefixed("corp:")));
    assertThat(locators.locate(Sources.of("corp:thing")).url())
        .isEqualTo("https://corp.example/o/r.git");
  }

  @Test
  void namesBothOwnersOfASourceInAnyOrder() {
    SourceLocator one = new Prefixed("corp:");
    SourceLocator other = spec -> Optional.of(locate("git::https://h/r.git"));
    for (List<SourceLocator> order : List.of(List.of(one, other), List.of(other, one))) {
      assertThatThrownBy(() -> new Locators(order).locate(Sources.of("corp:x")))
          .isInstanceOf(InvalidStack.class)
          .hasMessageContaining(one.getClass().getName())
          .hasMessageContaining(other.getClass().getName())
          .satisfies(
              e ->
                  assertThat(((ProvisioningException) e).advice().get(0))
                      .contains("remove one of the extensions"));
    }
    assertThatThrownBy(() -> new Locators(List.of(other)).locate(Sources.of("git::https://h/r;x")))
        .hasMessageContaining("the built-in grammar");
  }

  @Test
  void takesTheVersionKeyInTheWordsOfTheScheme() {
    assertThat(locate(Sources.version("github.com/o/r", "feature/x")).ref()).contains("feature/x");
    assertThat(locate(Sources.version("oci://h/r", "1.10")).ref()).contains("1.10");
    assertThat(locate(Sources.version("mvn:g:a", "1.10")).ref()).contains("1.10");
    assertThat(locate(Sources.version("https://h/x-1.2.zip", "1.2")).ref()).isEmpty();
    assertThat(locate(Sources.version("github.com/o/r?ref=v1.2", "1.2")).ref()).contains("v1.2");
  }

  @Test
  void refusesAVersionThatContradictsTheUriOrHasNoPlaceInIt() {
    assertThatThrownBy(() -> locate(Sources.version("github.com/o/r?ref=v1", "v2")))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessageContaining("'version: v2' beside 'v1'");
              assertThat(e.advice()).singleElement().asString().contains("in one place");
            });
    assertThatThrownBy(() -> locate(Sources.version("github.com/o/r?ref=v1.10", "1.1")))
        .hasMessageContaining("beside");
    assertThatThrownBy(() -> locate(Sources.version("oci://h/r:1", "2"))).isNotNull();
    assertThatThrownBy(() -> locate(Sources.version("https://h/x.zip", "1.2")))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessageContaining("a 'version' that an http source cannot take");
              assertThat(e.advice()).singleElement().asString().contains("{{ .Version }}");
            });
  }

  @Test
  void letsTheTypeKeyForceTheScheme() {
    assertThat(locate(Sources.type("git", "https://h/o/r")).scheme()).isEqualTo("git");
    assertThat(locate(Sources.type("http", "https://h/o/r.git")).scheme()).isEqualTo("http");
    assertThat(locate(Sources.worktree("/srv/r", "modules/vpc")).subdir()).isEqualTo("modules/vpc");
    assertThatThrownBy(() -> locate(Sources.type("s3", "git::https://h/o/r")))
        .hasMessageContaining("'type: s3' beside 'git::'");
    assertThatThrownBy(() -> locate(Sources.type("file", "https://h/o/r")))
        .hasMessageContaining("a URL where a path is wanted");
    assertThatThrownBy(() -> locate(Sources.type("http", "github.com/o/r")))
        .hasMessageContaining("no URL with one of the schemes http, https");
    assertThatThrownBy(() -> locate(Sources.worktree("/srv/r//a", "b")))
        .hasMessageContaining("'path: b' beside '//a'");
  }

  @ParameterizedTest
  @CsvSource({
    "github.com/o/r, https://github.com/o/r.git",
    "https://github.com/o/r, https://github.com/o/r.git",
    "HTTPS://GitHub.com:443/o/r.git/, https://github.com/o/r.git",
    "ssh://git@h:22/o/r.git, ssh://git@h/o/r.git",
    "alice@h:o/r.git, ssh://alice@h/o/r.git",
    "git::https://user:secret@h/o/r.git, https://h/o/r.git",
    "git::https://ghp_0123456789@h/o/r.git, https://h/o/r.git",
    "s3://bucket/key, https://s3.amazonaws.com/bucket/key",
    "gs://bucket/a b, https://storage.googleapis.com/bucket/a%20b",
    "oci://h:5000/a/b:1, oci://h:5000/a/b",
    "mvn:g:a:1:c@zip, mvn:g:a",
    "./a b, file:///pwd/a%20b",
    "https://h/x.zip?a=1&access_token=secret, https://h/x.zip?a=1",
  })
  void writesUrlsInOneWayAndWithoutSecrets(String uri, String url) {
    assertThat(locate(uri).url()).isEqualTo(url);
  }

  @Test
  void knowsTheArchiveOfAMavenArtifact() {
    assertThat(locate("mvn:g:a:1").archive()).contains("zip");
    assertThat(locate("mvn:g:a:1@tar.gz").archive()).contains("tar.gz");
    assertThat(locate("mvn:g:a:1@pom").archive()).isEmpty();
  }
}
