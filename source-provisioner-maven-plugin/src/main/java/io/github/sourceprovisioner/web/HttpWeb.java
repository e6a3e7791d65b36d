package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.spi.FetchContext;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The {@link Web} over the HTTP client that has always been in the JDK: it starts in half the time
 * of the newer one, and keeps connections alive over a whole run.
 *
 * <p>A credential is shown when the host asks. That of the location itself, if it has a user and
 * the connection is https or stays on this machine, is shown at once, which saves a request. Either
 * way once: a host that says no is not shown it again. A redirect to another origin takes neither
 * credentials nor unusual headers along.
 */
public final class HttpWeb implements Web {

  private static final int MOST_REDIRECTS = 10;
  private static final int WHO_ARE_YOU = 401;

  private final FetchContext context;
  private final Exchange exchange;
  private final Identity identity;
  private final RedirectRules redirects;

  /** A web for one call of a fetcher; its time starts now. */
  public HttpWeb(FetchContext context, InstantSource clock) {
    this(context, clock, Trust.jvm());
  }

  /** The same with other certificate authorities than the JVM's. */
  public HttpWeb(FetchContext context, InstantSource clock, Trust trust) {
    Deadline deadline = Deadline.in(context.timeout(), clock);
    this.context = context;
    this.exchange = new Exchange(context, deadline, new Waiter(deadline), new Connections(trust));
    this.identity = new Identity(context);
    this.redirects = new RedirectRules(context.insecureAllowed());
  }

  @Override
  public WebResponse send(WebRequest request) throws IOException, InterruptedException {
    WebUrl.check(request.uri(), context.insecureAllowed());
    Set<URI> seen = new HashSet<>(Set.of(request.uri()));
    boolean home = true;
    boolean forGood = true;
    WebRequest current = request;
    while (true) {
      WebResponse answer = home ? known(current) : exchange.run(current, Optional.empty());
      Optional<WebRequest> next = next(current, answer, seen);
      if (next.isEmpty()) {
        return forGood && seen.size() > 1 ? answer.afterMove() : answer;
      }
      answer.close();
      forGood = forGood && RedirectRules.isForGood(answer.status());
      home = home && RedirectRules.sameOrigin(current.uri(), next.get().uri());
      current = next.get();
    }
  }

  private Optional<WebRequest> next(WebRequest current, WebResponse answer, Set<URI> seen)
      throws IOException {
    try {
      Optional<WebRequest> next =
          redirects.next(current, answer.status(), answer.header("Location"));
      next.ifPresent(there -> follow(current.uri(), there.uri(), seen));
      return next;
    } catch (ProvisioningException e) {
      answer.close();
      throw e;
    }
  }

  private void follow(URI from, URI to, Set<URI> seen) {
    if (!seen.add(to)) {
      throw RedirectRules.refused(from, "it leads in a circle");
    }
    if (seen.size() > MOST_REDIRECTS + 1) {
      throw RedirectRules.refused(from, "more than " + MOST_REDIRECTS + " redirects");
    }
    context.note("redirected to " + Redaction.redact(to.toString()));
  }

  /** The answer to a request that we may prove ourselves for. */
  private WebResponse known(WebRequest request) throws IOException, InterruptedException {
    if (request.headers().containsKey("Authorization")) {
      return exchange.run(request, Optional.empty());
    }
    Optional<String> unasked = identity.unasked(request.uri());
    WebResponse answer = exchange.run(request, unasked);
    if (answer.status() != WHO_ARE_YOU) {
      return answer;
    }
    if (unasked.isPresent()) {
      identity.refused(request.uri());
      return answer;
    }
    Optional<String> asked = identity.asked(request.uri(), answer);
    return asked.isEmpty() ? answer : again(request, answer, asked.get());
  }

  private WebResponse again(WebRequest request, WebResponse question, String authorization)
      throws IOException, InterruptedException {
    question.close();
    WebResponse answer = exchange.run(request, Optional.of(authorization));
    if (answer.status() == WHO_ARE_YOU) {
      identity.refused(request.uri());
    } else {
      identity.taken(request.uri(), authorization);
    }
    return answer;
  }
}
