package io.github.sourceprovisioner.fetch.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.server.Script;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that say that a bucket is elsewhere. */
class S3RegionTest {

  private static final Map<String, String> KEY =
      Map.of("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "canary");

  private Path directory;

  @BeforeEach
  void directory(@TempDir Path temporary) {
    directory = temporary;
  }

  @Test
  void aBucketElsewhereIsAskedOnceMoreForItsOwnRegion() throws Exception {
    Script elsewhere = Script.http("400 Bad Request", "", "x-amz-bucket-region: eu-south-2");
    Script here = Script.http("200 OK", "", "ETag: \"e\"");
    try (ScriptedServer server = ScriptedServer.start(elsewhere, here)) {
      S3Lab lab = lab(KEY);
      assertThat(lab.resolve(uri(server, "b/k")).id()).isEqualTo("etag:e");
      assertThat(server.requests().get(0)).contains("/us-east-1/s3/aws4_request");
      assertThat(server.requests().get(1)).contains("/eu-south-2/s3/aws4_request");

      lab.resolve(uri(server, "b/k"));
      assertThat(server.requests()).hasSize(3);
      assertThat(server.requests().get(2)).contains("/eu-south-2/s3/aws4_request");
    }
  }

  @Test
  void aStoreThatKeepsNamingOtherRegionsIsAskedTwiceAndNoMore() throws Exception {
    Script one = Script.http("400 Bad Request", "", "x-amz-bucket-region: eu-south-1");
    Script other =
        Script.http(
            "400 Bad Request",
            "<Error><Code>AuthorizationHeaderMalformed</Code><Region>eu-south-2</Region></Error>");
    try (ScriptedServer server = ScriptedServer.start(one, other, one, other)) {
      assertThatThrownBy(() -> lab(KEY).resolve(uri(server, "b/p/")))
          .isInstanceOf(SourceNotFound.class);
      assertThat(server.requests()).hasSize(2);
    }
  }

  @Test
  void theRegionOfTheEnvironmentCountsWhereTheUrlNamesNone() throws Exception {
    try (ScriptedServer server = ScriptedServer.start(Script.http("200 OK", "", "ETag: \"e\""))) {
      Map<String, String> variables =
          Map.of(
              "AWS_ACCESS_KEY_ID", "A", "AWS_SECRET_ACCESS_KEY", "s", "AWS_REGION", "eu-north-1");
      lab(variables).resolve(uri(server, "b/k"));
      lab(variables).resolve(uri(server, "b/k?region=eu-west-3"));
      assertThat(server.requests().get(0)).contains("/eu-north-1/s3/");
      assertThat(server.requests().get(1)).contains("/eu-west-3/s3/");
    }
  }

  private S3Lab lab(Map<String, String> environment) {
    return new S3Lab(directory, environment);
  }

  private static String uri(ScriptedServer server, String place) {
    return "s3::" + server.url(place);
  }
}
