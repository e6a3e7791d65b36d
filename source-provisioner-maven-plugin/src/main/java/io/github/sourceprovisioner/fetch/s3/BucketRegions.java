package io.github.sourceprovisioner.fetch.s3;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The regions that buckets turned out to be in, so that a wrong guess costs one request a run. */
final class BucketRegions {

  private final ConcurrentMap<String, String> known = new ConcurrentHashMap<>();

  /** The place in the region that its bucket is known to be in. */
  S3Place corrected(S3Place place) {
    return Optional.ofNullable(known.get(bucket(place))).map(place::in).orElse(place);
  }

  void learn(S3Place place, String region) {
    known.put(bucket(place), region);
  }

  /** By the name that the user wrote: the endpoint changes with the region. */
  private static String bucket(S3Place place) {
    return (place.isAmazon() ? "" : place.endpoint() + "/") + place.bucket();
  }
}
