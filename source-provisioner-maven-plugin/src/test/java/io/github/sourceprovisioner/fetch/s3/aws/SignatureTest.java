package io.github.sourceprovisioner.fetch.s3.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples that Amazon publishes for Signature Version 4. */
class SignatureTest {

  private static final Instant SUITE_TIME = Instant.parse("2015-08-30T12:36:00Z");

  private static final Signature SUITE =
      new Signature(
          key("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
          "us-east-1",
          "service",
          SUITE_TIME);

  private static final Signature S3 =
      new Signature(
          key("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
          "us-east-1",
          "s3",
          Instant.parse("2013-05-24T00:00:00Z"));

  /** get-vanilla and its like in the test suite. */
  @ParameterizedTest
  @CsvSource({
    "GET, '', 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    "POST, '', 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    "GET, ?Param2=value2&Param1=value1,"
        + " b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    "GET, ?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz="
        + "-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz,"
        + " 9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197"
  })
  void theTestSuiteIsSignedAsPublished(String method, String query, String signature) {
    URI uri = URI.create("https://example.amazonaws.com/" + query);

    assertThat(SUITE.headers(method, uri, Map.of(), Signature.NO_BODY))
        .containsEntry("x-amz-date", "20150830T123600Z")
        .containsEntry(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                + " SignedHeaders=host;x-amz-date, Signature="
                + signature);
  }

  @Test
  void aFormIsSignedWithTheDigestOfItsBody() {
    String body = Signature.sha256("Param1=value1");
    Map<String, String> type = Map.of("content-type", "application/x-www-form-urlencoded");

    assertThat(
            SUITE
                .headers("POST", URI.create("https://example.amazonaws.com/"), type, body)
                .get("Authorization"))
        .endsWith("ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a");
  }

  @ParameterizedTest
  @CsvSource({
    "?lifecycle, fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    "?max-keys=2&prefix=J, 34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
  })
  void aBucketIsAskedAsS3Publishes(String query, String signature) {
    URI uri = URI.create("https://examplebucket.s3.amazonaws.com/" + query);
    Map<String, String> content = Map.of("x-amz-content-sha256", Signature.NO_BODY);

    assertThat(S3.headers("GET", uri, content, Signature.NO_BODY).get("Authorization"))
        .endsWith(signature);
  }

  @Test
  void anObjectIsAskedForAsS3Publishes() {
    URI uri = URI.create("https://examplebucket.s3.amazonaws.com/test.txt");
    Map<String, String> headers =
        Map.of("x-amz-content-sha256", Signature.NO_BODY, "range", "bytes=0-9");

    assertThat(S3.headers("GET", uri, headers, Signature.NO_BODY).get("Authorization"))
        .contains("SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,")
        .endsWith("f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }

  @Test
  void theTokenOfATemporaryKeyIsSignedAndSent() {
    AwsKey key = new AwsKey("AKIDEXAMPLE", "secret", Optional.of("token"), "the test");

    assertThat(
            new Signature(key, "us-east-1", "s3", SUITE_TIME)
                .headers("GET", URI.create("https://h.example/"), Map.of(), Signature.NO_BODY))
        .containsEntry("x-amz-security-token", "token")
        .hasEntrySatisfying(
            "Authorization", text -> assertThat(text).contains("x-amz-security-token"));
  }

  private static AwsKey key(String id, String secret) {
    return new AwsKey(id, secret, Optional.empty(), "the test");
  }
}
