package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.fetch.s3.aws.AwsError;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a store answered.
 *
 * @param response closed if there is an error
 * @param error why it did not do it; empty for a success
 */
record S3Answer(WebResponse response, Optional<AwsError> error) implements Closeable {

  /** What a tag or a version may be, so that it can be shown and sent. */
  private static final Pattern SAFE = Pattern.compile("[\\x21\\x23-\\x7e]{1,1024}");

  /** A tag without its quotes; empty if it is none that can be shown and sent. */
  static Optional<String> tag(String written) {
    return Optional.of(written.strip().replaceFirst("^W/", "").replace("\"", ""))
        .filter(tag -> SAFE.matcher(tag).matches());
  }

  /** The ETag without its quotes. */
  Optional<String> etag() {
    return response.header("ETag").flatMap(S3Answer::tag);
  }

  /** The version; empty in a bucket that keeps none. */
  Optional<String> version() {
    return response
        .header("x-amz-version-id")
        .filter(id -> !id.equals("null") && SAFE.matcher(id).matches());
  }

  /** Whether the store itself is in trouble, so that nobody knows what it holds. */
  boolean isTroubled() {
    return error.filter(e -> e.status() == 429 || e.status() >= 500).isPresent();
  }

  @Override
  public void close() throws IOException {
    response.close();
  }
}
