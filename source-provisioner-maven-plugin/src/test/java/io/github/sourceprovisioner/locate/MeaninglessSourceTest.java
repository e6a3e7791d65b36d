package io.github.sourceprovisioner.locate;

import static io.github.sourceprovisioner.locate.Sources.locate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be meant is refused, with what to write instead. */
class MeaninglessSourceTest {

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
        "s3::https://a-1.s3-accesspoint.eu-west-1.amazonaws.com/k | an S3 access point | the bucket",
        "s3://b/k?aws_access_key_id=A | one half of a key | aws_access_key_secret",
        "s3::https://s3.eu-west-1.amazonaws.com/b/k?region=us-east-1 | another region | one of",
        "gcs::https://www.googleapis.com.evil.example/storage/v1/b/o | not one of GCS | gs://",
        "gs://b/o#x | a generation that is no number | #<generation>",
        "oci://h/UPPER:1 | registries do not allow | in lower case",
        "oci://h/r:a/b | registries do not allow | oci://host/repository:tag",
        "oci://h/r@sha256:12 | a tag or digest that registries do not allow | 64 hex digits",
        "mvn:g | coordinates that are not Maven's | mvn:group:artifact:version",
        "mvn:g:a | no version | add the version key",
        "mvn:g:a:[1,2 | a version that Maven cannot take | LATEST or [1.0,2.0)",
        "mvn:g:a:[1,2)) | a version that Maven cannot take | LATEST or [1.0,2.0)",
        "mvn:g:a:(1) | a version that Maven cannot take | LATEST or [1.0,2.0)",
        "mvn:g:a:1 2 | a version that Maven cannot take | write 1.4.0",
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

  @ParameterizedTest
  @ValueSource(strings = {"https://%1$scom/x.zip", "oci://%1$scom/x:1", "oci://h/%2$sx:1"})
  void anEndlessNameIsRefused(String uri) {
    Sources.assertRefused("/pwd", uri.formatted("a.".repeat(30_000), "a/".repeat(30_000)));
  }
}
