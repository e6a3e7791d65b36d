package io.github.sourceprovisioner.fetch.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.locate.Locators;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which host is asked, and for which region. */
class S3PlaceTest {

  @ParameterizedTest
  @CsvSource({
    "s3::https://b.s3.amazonaws.com/k, https://s3.amazonaws.com/b/k, us-east-1",
    "s3::https://s3-eu-west-1.amazonaws.com/b/k, https://s3-eu-west-1.amazonaws.com/b/k, eu-west-1",
    "s3::https://b.s3.cn-north-1.amazonaws.com.cn/k,"
        + " https://s3.cn-north-1.amazonaws.com.cn/b/k, cn-north-1",
    "s3::https://my.dotted.b.s3.dualstack.eu-west-1.amazonaws.com/k,"
        + " https://s3.dualstack.eu-west-1.amazonaws.com/my.dotted.b/k, eu-west-1",
    "s3::https://minio.invalid:9000/b/a b/k+ü?region=x-1,"
        + " https://minio.invalid:9000/b/a%20b/k%2B%C3%BC, x-1"
  })
  void aUrlLeadsToItsHost(String uri, String asked, String region) {
    S3Place place = place(uri, Optional.empty(), Optional.empty());

    assertThat(place.uri(place.key(), "")).isEqualTo(URI.create(asked));
    assertThat(place.region()).isEqualTo(region);
  }

  @ParameterizedTest
  @CsvSource({
    "s3::https://s3.amazonaws.com/b/k, eu-west-1, https://s3.eu-west-1.amazonaws.com/b/k",
    "s3::https://s3.us-east-1.amazonaws.com/b/k, eu-west-1, https://s3.us-east-1.amazonaws.com/b/k",
    "s3::https://s3.amazonaws.com/b/k, cn-north-1, https://s3.amazonaws.com/b/k",
    "s3::https://minio.invalid/b/k, eu-west-1, https://minio.invalid/b/k"
  })
  void theRegionOfTheMachineCountsWhereTheHostNamesNone(String uri, String home, String asked) {
    assertThat(place(uri, Optional.empty(), Optional.of(home)).uri("k", ""))
        .isEqualTo(URI.create(asked));
  }

  @ParameterizedTest
  @CsvSource({
    "s3::https://s3-eu-west-1.amazonaws.com/b/k, https://s3.us-west-2.amazonaws.com",
    "s3::https://s3.dualstack.eu-west-1.amazonaws.com/b/k,"
        + " https://s3.dualstack.us-west-2.amazonaws.com",
    "s3::https://s3-fips.us-east-2.amazonaws.com/b/k, https://s3-fips.us-west-2.amazonaws.com",
    "s3::https://minio.invalid/b/k, https://minio.invalid"
  })
  void anotherRegionOfAmazonHasAnotherHost(String uri, String endpoint) {
    S3Place place = place(uri, Optional.empty(), Optional.empty()).in("us-west-2");

    assertThat(place.endpoint()).isEqualTo(URI.create(endpoint));
    assertThat(place.region()).isEqualTo("us-west-2");
  }

  @Test
  void aConfiguredEndpointStandsInForAmazonAndForNobodyElse() {
    Optional<URI> instead = Optional.of(URI.create("http://127.0.0.1:9000/"));

    assertThat(place("s3::https://b.s3.eu-west-1.amazonaws.com/k", instead, Optional.empty()))
        .hasToString("127.0.0.1:9000/b/k")
        .extracting(S3Place::region)
        .isEqualTo("eu-west-1");
    assertThat(place("s3::https://minio.invalid/b/k", instead, Optional.empty()))
        .hasToString("minio.invalid/b/k");
  }

  @Test
  void anAccessPointInPlaceOfABucketIsNamed() {
    String uri = "s3::https://s3.eu-west-1.amazonaws.com/arn:aws:s3:eu-west-1:1:accesspoint%2Fap/k";

    assertThatThrownBy(() -> place(uri, Optional.empty(), Optional.empty()))
        .isInstanceOf(InvalidStack.class)
        .hasMessage("an ARN in place of a bucket: S3 access points are not supported")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("name the bucket itself: s3::https://s3.<region>.amazonaws.com/bucket/key");
  }

  private static S3Place place(String uri, Optional<URI> instead, Optional<String> home) {
    return S3Place.of(new Locators(List.of()).locate(S3Lab.spec(uri)), instead, home);
  }
}
