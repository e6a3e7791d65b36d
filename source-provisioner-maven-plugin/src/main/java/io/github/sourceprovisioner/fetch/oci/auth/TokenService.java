package io.github.sourceprovisioner.fetch.oci.auth;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Buys a token that may read one repository (distribution specification, "Token Authentication").
 *
 * @param clock reads until when the service wants to be left alone
 * @param standing says for which repository, and who is asking
 */
record TokenService(Webs webs, FetchContext context, InstantSource clock, Standing standing) {

  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{1,65536}");

  /** An answer has a token or two, each of a few thousand characters. */
  private static final int LONGEST_ANSWER = 256 * 1024;

  /** Most token services want any user beside a token. */
  private static final String ANYBODY = "token";

  /**
   * A new token.
   *
   * @param bearer the challenge of the registry
   * @param registry any URL of it
   * @throws AccessDenied if the service says no, or is none that we ask
   */
  String token(Challenge bearer, URI registry) throws IOException, InterruptedException {
    URI realm = new Realm(registry, context.insecureAllowed()).of(bearer);
    Optional<Login> login = shown(realm, registry);
    Purchase purchase = new Purchase(realm, bearer.parameter("service"), scope(bearer));
    Optional<Login> identity = login.filter(l -> l.kind() == Login.Kind.IDENTITY_TOKEN);
    WebRequest request =
        identity.map(l -> purchase.with(l.credential().password())).orElseGet(purchase::request);
    Optional<Credential> password =
        login.filter(l -> identity.isEmpty()).map(l -> named(l.credential()));
    ShownTo only = new ShownTo(context, realm, password);
    try (WebResponse answer = webs.of(only).send(request)) {
      return token(answer, only, realm);
    }
  }

  /** Who we are there: as at the registry, if they belong together and nobody listens. */
  private Optional<Login> shown(URI realm, URI registry) throws InterruptedException {
    Optional<Login> login = standing.visitor().login();
    boolean readable = isHttp(realm) && !Hosts.isLoopback(realm.getHost());
    if (login.isPresent() && !readable && Hosts.areNeighbors(registry.getHost(), realm.getHost())) {
      return login;
    }
    Optional<Login> own =
        context.credential(realm.toString()).filter(any -> !readable).map(Login::password);
    if (login.isPresent() && own.isEmpty()) {
      standing.withhold(realm.getHost());
    }
    return own;
  }

  private String token(WebResponse answer, ShownTo only, URI realm) throws InterruptedException {
    int status = answer.status();
    if (status == 400 || status == 401 || status == 403) {
      throw standing.denied();
    }
    WebFailures failures = new WebFailures(only, clock, "token service");
    if (!answer.isSuccess()) {
      throw failures.refused(answer, realm);
    }
    try {
      JsonObject json = JsonObject.parse(body(answer));
      return json.text("token")
          .or(() -> json.text("access_token"))
          .filter(token -> TOKEN.matcher(token).matches())
          .orElseThrow(() -> new IllegalArgumentException("no token"));
    } catch (IllegalArgumentException e) {
      throw none(realm);
    } catch (IOException e) {
      throw failures.broken(realm, e);
    }
  }

  private static byte[] body(WebResponse answer) throws IOException {
    byte[] body = answer.body().readNBytes(LONGEST_ANSWER + 1);
    if (body.length > LONGEST_ANSWER) {
      throw new IllegalArgumentException("no token is that long");
    }
    return body;
  }

  private String scope(Challenge bearer) {
    return Scope.of(bearer.parameter("scope"), standing.repository());
  }

  private static boolean isHttp(URI uri) {
    return "http".equalsIgnoreCase(uri.getScheme());
  }

  private static Credential named(Credential credential) {
    return credential.user().isEmpty()
        ? new Credential(credential.id(), ANYBODY, credential.password())
        : credential;
  }

  /** What the answer holds could be a secret: it is not even kept as a cause. */
  private AccessDenied none(URI realm) {
    return new AccessDenied(
        Problem.of(
                "%s, the token service of %s, answers without a token"
                    .formatted(realm.getHost(), standing.registry()))
            .advise("check whether something between here and there answers in its place")
            .advise("try again later"));
  }
}
