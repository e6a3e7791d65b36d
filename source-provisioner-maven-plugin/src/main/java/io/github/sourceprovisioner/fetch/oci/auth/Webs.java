package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;

/** Makes the way to hosts for one call of a fetcher. */
public interface Webs {

  /** A way that knows what a context knows. */
  Web of(FetchContext context);
}
