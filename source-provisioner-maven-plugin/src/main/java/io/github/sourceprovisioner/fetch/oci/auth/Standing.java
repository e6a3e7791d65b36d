package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a registry and we know of each other during a run, for one repository and one credential:
 * tokens are asked for once.
 */
public final class Standing {

  /** Finds out who we can be; it may take its time. */
  @FunctionalInterface
  public interface Inquiry {
    /** Who we can be for the registry. */
    Visitor make() throws InterruptedException;
  }

  private final String registry;
  private final String repository;
  private final Inquiry configured;
  private @Nullable Visitor visitor;
  private @Nullable String token;
  private boolean basic;
  private @Nullable String withheldFrom;

  /**
   * The standing of somebody who was not there yet.
   *
   * @param registry as users name it
   * @param configured asked when the registry wants to know who is asking
   */
  public Standing(String registry, String repository, Inquiry configured) {
    this.registry = registry;
    this.repository = repository;
    this.configured = configured;
  }

  /** The failure for a registry that says no, or whose token service does. */
  public synchronized AccessDenied denied() throws InterruptedException {
    String message = registry + " refuses access to " + repository;
    Visitor known = visitor();
    Optional<String> id = known.login().map(Login::id);
    if (withheldFrom != null && id.isPresent()) {
      return new AccessDenied(
          Problem.of(
                  ("%s, and the credential of %s is not shown to %s, "
                          + "which it names as its token service")
                      .formatted(message, id.get(), withheldFrom))
              .advise(
                  "add a <server> with the id %s to settings.xml, if you trust it"
                      .formatted(withheldFrom)));
    }
    String spelling = "check the spelling: many registries answer so for what does not exist";
    return new AccessDenied(
        id.map(
                shown ->
                    Problem.of(message + " with the credential of " + shown)
                        .advise("check that its password or token is valid and may pull from it"))
            .orElseGet(() -> unknown(known.advice()))
            .advise(spelling));
  }

  /** Logging in does not help where what was logged in with is kept from us. */
  private Problem unknown(List<String> known) {
    Problem problem =
        Problem.of(
            "%s refuses access to %s, and no credential is configured for it"
                .formatted(registry, repository));
    for (String advice : known) {
      problem = problem.advise(advice);
    }
    problem = problem.advise("add a <server> with the id " + registry + " to settings.xml");
    return known.isEmpty() ? problem.advise("log in with docker login " + registry) : problem;
  }

  String repository() {
    return repository;
  }

  String registry() {
    return registry;
  }

  synchronized Visitor visitor() throws InterruptedException {
    if (visitor == null) {
      visitor = configured.make();
    }
    return visitor;
  }

  synchronized Optional<String> token() {
    return Optional.ofNullable(token);
  }

  synchronized void take(String fresh) {
    token = fresh;
  }

  /** Whether the registry takes the password itself. */
  synchronized boolean isBasic() {
    return basic;
  }

  synchronized void useBasic() {
    basic = true;
  }

  /** The token service did not see the credential. */
  synchronized void withhold(String host) {
    withheldFrom = host;
  }
}
