package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who we are for which origin: what was shown and taken there, and what was refused and is never
 * shown again. Used by one thread.
 */
final class Identity {

  /** A credential before an origin. */
  private record Shown(Origin origin, Credential credential) {}

  private final FetchContext context;
  private final Map<Shown, String> taken = new HashMap<>();
  private final Set<Shown> refused = new HashSet<>();

  Identity(FetchContext context) {
    this.context = context;
  }

  /**
   * The header for a request that nobody asked to prove itself: what the origin took before, or the
   * credential of the location itself, which saves one request. The latter only where nobody else
   * can read it.
   */
  Optional<String> unasked(URI uri) {
    return shown(uri)
        .flatMap(
            shown ->
                Optional.ofNullable(taken.get(shown))
                    .or(() -> isOwn(shown, uri) ? unasked(shown) : Optional.empty()));
  }

  /** The header for a host that asked; empty if there is nothing to show. */
  Optional<String> asked(URI uri, WebResponse question) {
    List<String> challenges = question.headers().getOrDefault("WWW-Authenticate", List.of());
    return shown(uri)
        .flatMap(shown -> noted(shown, Authorization.asked(shown.credential(), challenges)));
  }

  /** The origin let us in with a header. */
  void taken(URI uri, String header) {
    shown(uri).ifPresent(shown -> taken.put(shown, header));
  }

  /** The origin knows the credential and does not want it. */
  void refused(URI uri) {
    shown(uri)
        .ifPresent(
            shown -> {
              taken.remove(shown);
              refused.add(shown);
            });
  }

  private Optional<String> unasked(Shown shown) {
    return noted(shown, Authorization.unasked(shown.credential()));
  }

  private Optional<String> noted(Shown shown, Optional<String> header) {
    header.ifPresent(any -> context.note("with the credential of " + shown.credential().id()));
    return header;
  }

  private boolean isOwn(Shown shown, URI uri) {
    return WebUrl.isPrivate(uri)
        && context.credential().filter(shown.credential()::equals).isPresent();
  }

  private Optional<Shown> shown(URI uri) {
    return Origin.of(uri.toString())
        .flatMap(o -> context.credential(uri.toString()).map(known -> new Shown(o, known)))
        .filter(shown -> !refused.contains(shown));
  }
}
