package io.github.sourceprovisioner.fetch.azure.credentials;

import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;
import java.time.InstantSource;

/**
 * What a search for a token works with.
 *
 * @param machine what is configured
 * @param authority where the cloud issues tokens
 * @param web the way to hosts
 * @param context hears, for the debug log, what was found
 * @param clock says what has expired
 */
record Asking(
    Machine machine, String authority, Web web, FetchContext context, InstantSource clock) {}
