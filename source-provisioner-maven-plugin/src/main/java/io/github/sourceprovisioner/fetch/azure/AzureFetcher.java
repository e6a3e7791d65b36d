package io.github.sourceprovisioner.fetch.azure;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.web.objects.ObjectFetcher;
import java.util.function.Supplier;

/**
 * Blobs, archives and prefixes in Azure Blob Storage. The revision of a blob is its version, or
 * {@code etag:} and its ETag in an account without versions; that of a prefix is the digest of its
 * listing.
 */
@AutoService(Fetcher.class)
public final class AzureFetcher extends ObjectFetcher {

  /** A fetcher for one run. */
  public AzureFetcher() {
    this(AzureStore::ofThisMachine);
  }

  AzureFetcher(Supplier<AzureStore> maker) {
    super("azure", maker);
  }
}
