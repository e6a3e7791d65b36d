package io.github.sourceprovisioner.fetch.gcs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.web.objects.ReferencePlace;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The GCS URLs of the reference lead to the right bucket, object and generation of a server. */
class GcsReferenceTest {

  static Stream<ReferencePlace> gcsurl() {
    return ReferencePlace.of("gcsurl");
  }

  @ParameterizedTest
  @MethodSource
  void gcsurl(ReferencePlace place, @TempDir Path directory) throws Exception {
    String asked = place.part("generation");
    String generation = asked.isEmpty() ? "17" : asked;
    String object = place.part("object").replace("/", "%2F");
    try (Google google = new Google()) {
      google.object(place.part("bucket"), object, generation, "content");
      GcsLab lab = new GcsLab(directory, google.url(), Map.of());
      lab.fetch(place.input(), lab.resolve(place.input()));

      assertThat(google.heard.get(google.heard.size() - 1))
          .startsWith(
              "GET /storage/v1/b/%s/o/%s?alt=media&generation=%s "
                  .formatted(place.part("bucket"), object, generation));
    }
  }
}
