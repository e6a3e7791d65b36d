package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.web.WebResponse;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a store answered. */
record AzureAnswer(WebResponse response) implements Closeable {

  /** What a tag or a version may be, so that it can be shown and sent. */
  private static final Pattern SAFE = Pattern.compile("[\\x21\\x23-\\x7e]{1,1024}");

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]{1,64}");

  /** A tag without its quotes; empty if it is none that can be shown and sent. */
  static Optional<String> tag(String written) {
    return Optional.of(written.strip().replaceFirst("^W/", "").replace("\"", ""))
        .filter(tag -> SAFE.matcher(tag).matches());
  }

  boolean isSuccess() {
    return response.isSuccess();
  }

  /** The word for what went wrong ({@code BlobNotFound}); empty if the answer has none. */
  String code() {
    return response.header("x-ms-error-code").filter(c -> CODE.matcher(c).matches()).orElse("");
  }

  /** The ETag without its quotes. */
  Optional<String> etag() {
    return response.header("ETag").flatMap(AzureAnswer::tag);
  }

  /** The version; empty in an account that keeps none. */
  Optional<String> version() {
    return response.header("x-ms-version-id").filter(id -> SAFE.matcher(id).matches());
  }

  /** Whether the blob only stands for a directory, as in accounts with a hierarchy. */
  boolean isDirectory() {
    return response.header("x-ms-resource-type").filter("directory"::equals).isPresent()
        || response.header("x-ms-meta-hdi_isfolder").filter("true"::equalsIgnoreCase).isPresent();
  }

  @Override
  public void close() throws IOException {
    response.close();
  }
}
