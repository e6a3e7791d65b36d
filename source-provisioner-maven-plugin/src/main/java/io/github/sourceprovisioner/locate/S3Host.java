package io.github.sourceprovisioner.locate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host of Amazon S3, told from look-alikes by its whole suffix.
 *
 * @param endpoint the host without the bucket
 * @param bucket the bucket, if the host names it; it may have dots
 * @param region the region, if the host names it
 * @param china whether it belongs to the partition whose buckets are apart
 */
record S3Host(String endpoint, Optional<String> bucket, Optional<String> region, boolean china) {

  private static final Pattern HOST =
      Pattern.compile(
          "(?:(.+)\\.)?(s3(?:-fips)?(?:\\.dualstack)?(?:[.-]([a-z]{2,4}(?:-[a-z]+)+-[0-9]+))?"
              + "\\.amazonaws\\.com(\\.cn)?)");

  /** Whether a host is one of Amazon's, of whatever service. */
  static boolean isAmazon(String host) {
    return host.endsWith(".amazonaws.com") || host.endsWith(".amazonaws.com.cn");
  }

  /** Whether a host is that of an access point, which stands for a bucket and is none. */
  static boolean isAccessPoint(String host) {
    return isAmazon(host) && (host.contains("accesspoint.") || host.contains(".s3-object-lambda."));
  }

  /** Reads {@code s3.<region>}, {@code s3-<region>} and both with a bucket before them. */
  static Optional<S3Host> of(String host) {
    Matcher form = HOST.matcher(host);
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new S3Host(
            form.group(2),
            Optional.ofNullable(form.group(1)),
            Optional.ofNullable(form.group(3)),
            form.group(4) != null));
  }
}
