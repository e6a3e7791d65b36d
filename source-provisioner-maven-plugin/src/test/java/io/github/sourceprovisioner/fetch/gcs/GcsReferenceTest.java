package io.github.sourceprovisioner.fetch.gcs;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The GCS URLs of the reference lead to the right bucket, object and generation of a server. */
class GcsReferenceTest {

  static Stream<Map<?, ?>> gcsurl() throws Exception {
    try (InputStream in = GcsReferenceTest.class.getResourceAsStream("/cases/source-uris.json")) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      List<?> rows = (List<?>) Json.parse(new String(text, StandardCharsets.UTF_8));
      return rows.stream()
          .<Map<?, ?>>map(row -> (Map<?, ?>) row)
          .filter(row -> row.get("kind").equals("gcsurl") && required(row) instanceof Map)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource
  void gcsurl(Map<?, ?> row, @TempDir Path directory) throws Exception {
    Map<?, ?> required = (Map<?, ?>) required(row);
    String generation =
        required.get("generation") instanceof Long number ? Long.toString(number) : "17";
    String object = ((String) required.get("object")).replace("/", "%2F");
    try (Google google = new Google()) {
      google.object((String) required.get("bucket"), object, generation, "content");
      GcsLab lab = new GcsLab(directory, google.url(), Map.of());
      String uri = (String) row.get("input");

      Payload payload = lab.fetch(uri, lab.resolve(uri));
      assertThat(payload.warnings()).isEmpty();
      assertThat(google.heard.get(google.heard.size() - 1))
          .startsWith("GET /storage/v1/b/" + required.get("bucket") + "/o/" + object + "?alt=media")
          .contains("generation=" + generation + " ");
    }
  }

  private static Object required(Map<?, ?> row) {
    return row.get("ours") instanceof Map ? row.get("ours") : row.get("expect");
  }
}
