package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;
import java.time.InstantSource;

/**
 * What a search for a key works with.
 *
 * @param machine what is configured
 * @param web the way to hosts
 * @param clock says what has expired
 * @param context hears, for the debug log, where a key was found
 */
record Asking(Machine machine, Web web, InstantSource clock, FetchContext context) {}
