package io.github.sourceprovisioner.fetch.gcs;

import com.google.auto.service.AutoService;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.web.objects.ObjectFetcher;
import java.util.function.Supplier;

/**
 * Objects, archives and prefixes in Google Cloud Storage. The revision of an object is its
 * generation; that of a prefix is the digest of its listing.
 */
@AutoService(Fetcher.class)
public final class GcsFetcher extends ObjectFetcher {

  /** A fetcher for one run. */
  public GcsFetcher() {
    this(GcsStore::ofThisMachine);
  }

  GcsFetcher(Supplier<GcsStore> maker) {
    super("gcs", maker);
  }
}
