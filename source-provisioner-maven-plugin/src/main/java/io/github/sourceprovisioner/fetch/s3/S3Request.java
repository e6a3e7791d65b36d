package io.github.sourceprovisioner.fetch.s3;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A question to a bucket.
 *
 * @param method {@code GET} or {@code HEAD}
 * @param key the object; empty for the bucket itself
 * @param query the parameters
 * @param ifMatch the ETag that the object must still have
 */
record S3Request(
    String method, String key, SortedMap<String, String> query, Optional<String> ifMatch) {

  /** Asks what an object is. */
  static S3Request head(String key) {
    return new S3Request("HEAD", key, new TreeMap<>(), Optional.empty());
  }

  /** Asks for an object as it is now. */
  static S3Request get(String key) {
    return new S3Request("GET", key, new TreeMap<>(), Optional.empty());
  }

  /** Asks for an object if it is still the one with an ETag. */
  static S3Request unchanged(String key, String etag) {
    return new S3Request("GET", key, new TreeMap<>(), Optional.of(etag));
  }

  /** Asks for a version of an object; needs a right of its own. */
  static S3Request version(String key, String id) {
    return new S3Request("GET", key, new TreeMap<>(Map.of("versionId", id)), Optional.empty());
  }

  /** Asks for one page of the keys with a prefix. */
  static S3Request list(String prefix, Optional<String> continuation) {
    TreeMap<String, String> query = new TreeMap<>();
    query.put("list-type", "2");
    query.put("prefix", prefix);
    continuation.ifPresent(token -> query.put("continuation-token", token));
    return new S3Request("GET", "", query, Optional.empty());
  }
}
