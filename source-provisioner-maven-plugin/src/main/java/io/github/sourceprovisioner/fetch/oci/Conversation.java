package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fetch.oci.auth.AuthorizedWeb;
import io.github.sourceprovisioner.fetch.oci.auth.Webs;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.WebFailures;
import java.time.InstantSource;

/**
 * One call's talk with a registry about one repository.
 *
 * @param known what this run has learned before
 */
record Conversation(
    Repository repository,
    KnownRepository known,
    FetchContext context,
    RegistryClient client,
    RegistryFailures failures) {

  /** A talk that has not begun. */
  static Conversation about(
      Repository repository, KnownRepository known, FetchContext context, Ways ways) {
    AuthorizedWeb web = new AuthorizedWeb(ways.webs(), context, ways.clock(), known.standing());
    return new Conversation(
        repository,
        known,
        context,
        new RegistryClient(repository, known, web, context),
        new RegistryFailures(
            repository, known.standing(), new WebFailures(context, ways.clock(), "repository")));
  }

  /** How hosts are reached, and what time it is. */
  record Ways(Webs webs, InstantSource clock) {}
}
