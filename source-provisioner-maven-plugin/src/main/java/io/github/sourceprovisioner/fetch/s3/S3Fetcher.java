package io.github.sourceprovisioner.fetch.s3;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.web.objects.ObjectFetcher;
import java.util.function.Supplier;

/**
 * Objects, archives and prefixes in S3. The revision of an object is its version id, or {@code
 * etag:} and its ETag in a bucket without versions; that of a prefix is the digest of its listing.
 */
@AutoService(Fetcher.class)
public final class S3Fetcher extends ObjectFetcher {

  /** A fetcher for one run. */
  public S3Fetcher() {
    this(S3Store::ofThisMachine);
  }

  S3Fetcher(Supplier<S3Store> maker) {
    super("s3", maker);
  }
}
