package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What one call works with.
 *
 * @param place what it is about
 * @param key what requests are signed with; empty means that they are not
 * @param context the caller's
 * @param clock says when a request is signed
 * @param regions where buckets turned out to be
 */
record S3Session(
    S3Place place,
    Optional<AwsKey> key,
    FetchContext context,
    InstantSource clock,
    BucketRegions regions) {

  /** The same in another context. */
  S3Session in(FetchContext other) {
    return new S3Session(place, key, other, clock, regions);
  }

  /** A client for one thread. */
  S3Client client() {
    return new S3Client(this, new HttpWeb(context, clock));
  }

  /** Says why an answer is none that helps. */
  S3Failures failures() {
    return new S3Failures(this);
  }
}
