package io.github.sourceprovisioner.fetch.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.json.Json;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The S3 URLs of the reference lead to the right bucket, key, version and region of a server. */
class S3ReferenceTest {

  static Stream<Map<?, ?>> s3url() throws Exception {
    try (InputStream in = S3ReferenceTest.class.getResourceAsStream("/cases/source-uris.json")) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      List<?> rows = (List<?>) Json.parse(new String(text, StandardCharsets.UTF_8));
      return rows.stream()
          .<Map<?, ?>>map(row -> (Map<?, ?>) row)
          .filter(row -> row.get("kind").equals("s3url") && required(row) instanceof Map)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource
  void s3url(Map<?, ?> row, @TempDir Path directory) throws Exception {
    Map<?, ?> required = (Map<?, ?>) required(row);
    Script object = Script.http("200 OK", "content", "ETag: \"e\"");
    try (ScriptedServer server = ScriptedServer.start(object)) {
      S3Lab lab =
          new S3Lab(
              directory,
              Map.of(
                  "AWS_ENDPOINT_URL_S3", server.url(""),
                  "AWS_ACCESS_KEY_ID", "OURS",
                  "AWS_SECRET_ACCESS_KEY", "secret"));
      String uri = ((String) row.get("input")).replace(":9000/", ":" + server.port() + "/");
      Payload payload = lab.fetch(uri, lab.resolve(uri));

      String request = server.requests().get(server.requests().size() - 1);
      assertThat(request)
          .startsWith("GET /" + required.get("bucket") + "/" + required.get("key"))
          .contains("/" + required.get("region") + "/s3/aws4_request")
          .contains("Credential=" + text(required.get("access_key"), "OURS") + "/");
      assertThat(request.lines().findFirst().orElse(""))
          .contains(text(required.get("version"), "").isEmpty() ? "" : "?versionId=");
      assertThat(payload.warnings()).isEmpty();
    }
  }

  private static String text(Object value, String otherwise) {
    return value instanceof String text ? text : otherwise;
  }

  private static Object required(Map<?, ?> row) {
    return row.get("ours") == null ? row.get("expect") : row.get("ours");
  }
}
