package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.model.Origin;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks a registry, and answers when it wants to know who is asking: with a password if it takes
 * one, else with a token. Nothing is shown before it asks. A token that is not taken any more is
 * replaced once.
 */
public final class AuthorizedWeb implements Web {

  private static final int WHO_ARE_YOU = 401;

  private final Webs webs;
  private final FetchContext context;
  private final InstantSource clock;
  private final Standing standing;
  private @Nullable Web stranger;
  private @Nullable Web member;

  /** A way for one call of a fetcher. */
  public AuthorizedWeb(Webs webs, FetchContext context, InstantSource clock, Standing standing) {
    this.webs = webs;
    this.context = context;
    this.clock = clock;
    this.standing = standing;
  }

  @Override
  public WebResponse send(WebRequest request) throws IOException, InterruptedException {
    WebResponse answer = standing.isBasic() ? asMember(request) : asStranger(request);
    if (answer.status() != WHO_ARE_YOU || !isOwn(request, answer)) {
      return answer;
    }
    List<Challenge> challenges =
        Challenge.all(answer.headers().getOrDefault("WWW-Authenticate", List.of()));
    Optional<Challenge> bearer =
        Challenge.find(challenges, "bearer").filter(asked -> asked.parameter("realm").isPresent());
    if (bearer.isPresent()) {
      answer.close();
      standing.take(
          new TokenService(webs, context, clock, standing).token(bearer.get(), request.uri()));
      return asStranger(request);
    }
    if (standing.isBasic()
        || Challenge.find(challenges, "basic").isEmpty()
        || password().isEmpty()) {
      return answer;
    }
    answer.close();
    standing.useBasic();
    return asMember(request);
  }

  /** With a token if there is one, which says what we may do and not who we are. */
  private WebResponse asStranger(WebRequest request) throws IOException, InterruptedException {
    if (stranger == null) {
      stranger = webs.of(new ShownTo(context, request.uri(), Optional.empty()));
    }
    return stranger.send(
        standing
            .token()
            .map(token -> request.with("Authorization", "Bearer " + token))
            .orElse(request));
  }

  private WebResponse asMember(WebRequest request) throws IOException, InterruptedException {
    if (member == null) {
      member = webs.of(new ShownTo(context, request.uri(), password()));
    }
    return member.send(request);
  }

  private Optional<Credential> password() throws InterruptedException {
    return standing
        .visitor()
        .login()
        .filter(login -> login.kind() == Login.Kind.PASSWORD)
        .map(Login::credential);
  }

  /** Whether it is the registry that asks, and not a host that it has led us to. */
  private static boolean isOwn(WebRequest request, WebResponse answer) {
    return Origin.of(request.uri().toString()).equals(Origin.of(answer.uri().toString()));
  }
}
