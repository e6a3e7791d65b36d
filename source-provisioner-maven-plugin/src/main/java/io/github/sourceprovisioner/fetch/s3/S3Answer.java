package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.fetch.s3.aws.AwsError;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * What a store answered.
 *
 * @param response closed if there is an error
 * @param error why it did not do it; empty for a success
 */
record S3Answer(WebResponse response, Optional<AwsError> error) implements Closeable {

  /** The ETag without its quotes. */
  Optional<String> etag() {
    return response.header("ETag").map(tag -> tag.replaceFirst("^W/", "").replace("\"", ""));
  }

  /** The version; empty in a bucket that keeps none. */
  Optional<String> version() {
    return response.header("x-amz-version-id").filter(id -> !id.equals("null"));
  }

  @Override
  public void close() throws IOException {
    response.close();
  }
}
