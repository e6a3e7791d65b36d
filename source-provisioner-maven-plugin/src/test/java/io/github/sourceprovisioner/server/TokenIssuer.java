package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A token service for {@link DockerRegistry}: whoever knows the password or the identity token may
 * read the repository that is asked for; everybody may read those below {@code public/}.
 */
public final class TokenIssuer implements AutoCloseable {

  /** What buys a token instead of a password. */
  public static final String IDENTITY_TOKEN = "identity-of-ann";

  static final String NAME = "issuer-of-the-tests";

  private static final Pattern SCOPE = Pattern.compile("repository:([^:]+):pull");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Path authority;
  private final PrivateAuthority.Identity identity;
  private final HttpServer server;
  private final List<String> purchases = new CopyOnWriteArrayList<>();
  private volatile Duration validity = Duration.ofMinutes(5);

  private TokenIssuer(Path authority, PrivateAuthority.Identity identity) throws IOException {
    this.authority = authority;
    this.identity = identity;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/token", this::serve);
    server.start();
  }

  /**
   * Starts a service.
   *
   * @param authority the certificate of whoever vouches for it
   * @param identity what it signs tokens with
   */
  public static TokenIssuer start(Path authority, PrivateAuthority.Identity identity)
      throws IOException {
    return new TokenIssuer(authority, identity);
  }

  /** Where tokens are to be had. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
  }

  /** Who was asked for what: method, scope, and what was shown. */
  public List<String> purchases() {
    return List.copyOf(purchases);
  }

  /** From now on, tokens are valid for another time; a negative one is over already. */
  public void validFor(Duration time) {
    validity = time;
  }

  Path authority() {
    return authority;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    String asked = URLDecoder.decode(exchange.getRequestURI().getRawQuery() + "&" + body, UTF_8);
    String shown = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Matcher scope = SCOPE.matcher(asked);
    String repository = scope.find() ? scope.group(1) : "";
    purchases.add(exchange.getRequestMethod() + " " + repository + " " + shown);
    boolean known = shown.equals(basic()) || asked.contains("refresh_token=" + IDENTITY_TOKEN);
    boolean wrong = !known && (!shown.equals("null") || !body.isEmpty());
    String answer =
        wrong ? "{}" : "{\"token\":\"" + token(repository, known) + "\",\"expires_in\":300}";
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(wrong ? 401 : 200, answer.length());
    exchange.getResponseBody().write(answer.getBytes(UTF_8));
    exchange.close();
  }

  private static String basic() {
    String pair = DockerRegistry.USER + ":" + DockerRegistry.PASSWORD;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }

  /** As the distribution project documents it: "Token Authentication Implementation". */
  private String token(String repository, boolean known) throws IOException {
    boolean granted = known || repository.startsWith("public/");
    Instant now = Instant.now();
    String access =
        granted
            ? "{\"type\":\"repository\",\"name\":\"" + repository + "\",\"actions\":[\"pull\"]}"
            : "";
    String claims =
        """
        {"iss":"%s","sub":"","aud":"%s","jti":"%d","nbf":%d,"iat":%d,"exp":%d,"access":[%s]}
        """
            .formatted(
                NAME,
                DockerRegistry.SERVICE,
                purchases.size(),
                now.minus(Duration.ofHours(1)).getEpochSecond(),
                now.minus(Duration.ofHours(1)).getEpochSecond(),
                now.plus(validity).getEpochSecond(),
                access);
    return signed(claims);
  }

  private String signed(String claims) throws IOException {
    try {
      Certificate certificate =
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(Files.readAllBytes(identity.certificate())));
      String chain = Base64.getEncoder().encodeToString(certificate.getEncoded());
      String header = "{\"typ\":\"JWT\",\"alg\":\"ES256\",\"x5c\":[\"" + chain + "\"]}";
      String text = encoded(header.getBytes(UTF_8)) + "." + encoded(claims.getBytes(UTF_8));
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key());
      signature.update(text.getBytes(UTF_8));
      return text + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private PrivateKey key() throws IOException, GeneralSecurityException {
    String pem = Files.readString(identity.key()).replaceAll("-----[^-]+-----", "");
    return KeyFactory.getInstance("EC")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
  }

  private static String encoded(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
