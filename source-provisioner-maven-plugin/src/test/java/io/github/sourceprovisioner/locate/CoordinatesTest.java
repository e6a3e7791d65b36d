package io.github.sourceprovisioner.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "github.com/cloudposse/tf | com.github.cloudposse:tf",
        "git::https://git.acme.com/a/b/r.git | com.acme.git.a.b:r",
        "git::https://h.acme.com/a/r | com.acme.h~.a:r",
        "git::https://h.example:8443/o/r | example.h~3a8443.o:r",
        "git::http://h.example/o/r | insecure.example.h.o:r",
        "git::https://127.0.0.1/o/r | 127~2e0~2e0~2e1.o:r",
        "git::http://localhost:80/r.git | insecure.localhost:r",
        "git::https://h.example/a.b/R.git | example.h.a~2eb:r~~1",
        "git::file:///srv/a.b/r.git | git-file.srv.a~2eb:r.git",
        "/srv/a/b | file.srv.a:b",
        "https://h.example/d/x.zip?v=1 | http.example.h.d:x.zip~3fv~3d1",
        "s3://bucket/a/k.zip | s3.aws.bucket.a:k.zip",
        "s3::http://127.0.0.1:9000/b/k | insecure.s3.127~2e0~2e0~2e1~3a9000.b:k",
        "gs://bucket/a/o.zip | gcs.bucket.a:o.zip",
        "oci://h.example/a/b:1 | oci.example.h.a:b",
        "mvn:org.acme:a:1 | mvn.org.acme:a",
        "mvn:org.acme:a:1:c@zip | mvn.org.acme:a~3ac~40zip",
      })
  void nameAPlaceAsJitPackDoes(String uri, String coordinates) {
    assertThat(Sources.locate(uri).coordinates()).hasToString(coordinates);
  }

  @Test
  void areSharedByAllSecureWaysToOneRepository() {
    Set<String> names =
        names(
            "https://github.com/o/r.git",
            "git::https://github.com/o/r",
            "git::https://user:pw@GITHUB.com:443/o/r.git",
            "ssh://git@github.com/o/r.git",
            "ssh://git@github.com:22/o/r",
            "git@github.com:o/r.git",
            "github.com/o/r//sub?ref=v1");
    assertThat(names).containsExactly("com.github.o:r");
  }

  @Test
  void differWhereverTheContentCouldDiffer() {
    String[] places = {
      "git::https://github.com/o/r",
      "git::http://github.com/o/r",
      "git::https://github.com:8443/o/r",
      "git::https://o.github.com/r",
      "git::https://github.com/O/r",
      "git::https://github.com/o/R",
      "git::https://com/github/o/r",
      "git::https://git.example.com/o/r",
      "git::https://example.com/git/o/r",
      "git::https://o.git.example.com/r",
      "git::https://example.com/git.o/r",
      "git::https://example.com:8443/o/r",
      "git::https://com/example:8443/o/r",
      "git::https://localhost/o/r",
      "git::https://o.localhost/r",
      "git::https://srv.file/r",
      "git::https://h.file/srv/r",
      "/srv/r",
      "/file/srv/r",
      "git::/srv/r",
      "git::/srv/r.git",
      "https://github.com/o/r/",
      "https://github.com/o/r/x",
      "https://github.com/o/r/x?a=1",
      "https://github.com/o/r/x?a=2",
      "https://github.com/o/r/x?id=1AbCdEfGhIjKlMnOpQrStUvWx",
      "https://github.com/o/r/x?id=2AbCdEfGhIjKlMnOpQrStUvWx",
      "s3://b/k",
      "s3::https://s3.cn-north-1.amazonaws.com.cn/b/k",
      "s3::https://aws/b/k",
      "gs://b/k",
      "mvn:g:a:1",
      "mvn:g:a:1:c",
      "mvn:g:a:1@zip",
    };
    assertThat(names(places)).hasSize(places.length - 1);
    assertThat(Sources.locate("https://github.com/o/r/").coordinates())
        .isEqualTo(Sources.locate("git::https://github.com/o/r").coordinates());
  }

  private static Set<String> names(String... uris) {
    return Stream.of(uris)
        .map(uri -> Sources.locate(uri).coordinates().toString())
        .collect(Collectors.toSet());
  }
}
