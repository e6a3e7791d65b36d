package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.s3.aws.UriText;
import io.github.sourceprovisioner.model.SourceLocation;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is asked for, and where. The bucket always stands in the path: that works for names with
 * dots, with every region of Amazon, and with every other store.
 *
 * @param endpoint scheme and authority
 * @param bucket its name
 * @param key of an object, or the start of many; empty means the whole bucket
 * @param region what requests are signed for
 */
record S3Place(URI endpoint, String bucket, String key, String region) {

  private static final String DEFAULT_REGION = "us-east-1";

  /** Without the region, which stands between the two groups. */
  private static final Pattern AMAZON =
      Pattern.compile(
          "(s3(?:-fips)?(?:\\.dualstack)?)(?:[.-][a-z]{2,4}(?:-[a-z]+)+-[0-9]+)?"
              + "(\\.amazonaws\\.com(?:\\.cn)?)");

  /**
   * The place of a location.
   *
   * @param instead the endpoint that the user has instead of Amazon's
   * @param home the region that is configured on this machine, for URLs that name none
   * @throws InvalidStack if the location does not name a bucket, or one that is none
   */
  static S3Place of(SourceLocation location, Optional<URI> instead, Optional<String> home) {
    URI url = URI.create(location.url());
    String bucket = location.parameters().getOrDefault("bucket", "");
    if (bucket.isEmpty() || bucket.startsWith("arn:")) {
      throw new InvalidStack(
          Problem.of(
                  bucket.isEmpty()
                      ? "an S3 location without a bucket"
                      : "an ARN in place of a bucket: S3 access points are not supported")
              .advise("name the bucket itself: s3::https://s3.<region>.amazonaws.com/bucket/key"));
    }
    URI endpoint = URI.create(url.getScheme() + "://" + url.getRawAuthority());
    String region = location.parameters().getOrDefault("region", DEFAULT_REGION);
    S3Place named =
        new S3Place(endpoint, bucket, location.parameters().getOrDefault("key", ""), region);
    boolean silent = region.equals(DEFAULT_REGION) && !endpoint.getHost().contains(region);
    S3Place there =
        home.filter(configured -> silent && named.mayBeIn(configured)).map(named::in).orElse(named);
    return instead.isPresent() && there.isAmazon() ? there.at(instead.get()) : there;
  }

  /** Whether Amazon runs the store. */
  boolean isAmazon() {
    return AMAZON.matcher(endpoint.getHost()).matches();
  }

  /** Amazon's regions in China have hosts of their own. */
  private boolean mayBeIn(String other) {
    return !isAmazon() || endpoint.getHost().endsWith(".cn") == other.startsWith("cn-");
  }

  /** The same in another region; Amazon has an endpoint for each. */
  S3Place in(String other) {
    Matcher host = AMAZON.matcher(endpoint.getHost());
    URI there =
        host.matches()
            ? URI.create(endpoint.getScheme() + "://" + host.group(1) + "." + other + host.group(2))
            : endpoint;
    return new S3Place(there, bucket, key, other);
  }

  /** The URL of an object of the bucket; of the bucket itself for an empty key. */
  URI uri(String object, String query) {
    String path = "/" + UriText.encode(bucket) + (object.isEmpty() ? "" : "/");
    return URI.create(
        endpoint + path + UriText.encodePath(object) + (query.isEmpty() ? "" : "?" + query));
  }

  /** Whether the key cannot be that of an object. */
  boolean isPrefix() {
    return key.isEmpty() || key.endsWith("/");
  }

  /** What the keys of a tree start with; empty for the whole bucket. */
  String prefix() {
    return isPrefix() ? key : key + "/";
  }

  /** For messages: {@code host/bucket/key}. */
  @Override
  public String toString() {
    return endpoint.getRawAuthority() + "/" + bucket + "/" + key;
  }

  private S3Place at(URI other) {
    return new S3Place(
        URI.create(other.getScheme() + "://" + other.getRawAuthority()), bucket, key, region);
  }
}
