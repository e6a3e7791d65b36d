package io.github.sourceprovisioner.fetch.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.web.objects.ReferencePlace;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The S3 URLs of the reference lead to the right bucket, key, version and region of a server. */
class S3ReferenceTest {

  static Stream<ReferencePlace> s3url() {
    return ReferencePlace.of("s3url");
  }

  @ParameterizedTest
  @MethodSource
  void s3url(ReferencePlace place, @TempDir Path directory) throws Exception {
    Script object = Script.http("200 OK", "content", "ETag: \"e\"");
    try (ScriptedServer server = ScriptedServer.start(object)) {
      S3Lab lab =
          new S3Lab(
              directory,
              Map.of(
                  "AWS_ENDPOINT_URL_S3", server.url(""),
                  "AWS_ACCESS_KEY_ID", "OURS",
                  "AWS_SECRET_ACCESS_KEY", "secret"));
      String uri = place.input().replace(":9000/", ":" + server.port() + "/");
      lab.fetch(uri, lab.resolve(uri));

      String version = place.part("version");
      String key = place.part("access_key");
      assertThat(server.requests().get(server.requests().size() - 1))
          .startsWith(
              "GET /%s/%s%s "
                  .formatted(
                      place.part("bucket"),
                      place.part("key"),
                      version.isEmpty() ? "" : "?versionId=" + version))
          .contains("/" + place.part("region") + "/s3/aws4_request")
          .contains("Credential=" + (key.isEmpty() ? "OURS" : key) + "/");
    }
  }
}
