package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.fetch.s3.aws.UriText;
import io.github.sourceprovisioner.fetch.s3.credentials.Profiles.Profile;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The role of whoever has signed in with {@code aws sso login}: the token that is kept in {@code
 * ~/.aws/sso/cache} is exchanged for a key. It is not renewed here.
 *
 * @param profile names account and role, and the session by {@code sso_session} or by its URL
 * @param profiles hold the sessions
 */
record SsoKey(Profile profile, Profiles profiles) {

  private static final int LONGEST = 64 * 1024;

  /** Whether a profile is one of single sign-on. */
  static boolean isConfigured(Profile profile) {
    return profile.value("sso_account_id").isPresent()
        && profile.value("sso_role_name").isPresent();
  }

  /**
   * The key.
   *
   * @throws AccessDenied if nobody is signed in any more
   */
  AwsKey find(Asking asking) throws IOException, InterruptedException {
    String token = token(asking);
    TreeMap<String, String> query = new TreeMap<>();
    query.put("account_id", profile.value("sso_account_id").orElseThrow());
    query.put("role_name", profile.value("sso_role_name").orElseThrow());
    URI uri = URI.create(portal(asking) + "/federation/credentials?" + UriText.query(query));
    WebRequest request = WebRequest.get(uri).with("x-amz-sso_bearer_token", token);
    try (WebResponse response = asking.web().send(request)) {
      if (response.status() == 401) {
        throw signedOut();
      }
      if (response.status() == 403 || response.status() == 404) {
        throw notAssigned();
      }
      if (!response.isSuccess()) {
        throw new WebFailures(asking.context(), asking.clock(), "role").refused(response, uri);
      }
      return key(JsonObject.parse(response.body().readNBytes(LONGEST)).object("roleCredentials"));
    } catch (IllegalArgumentException e) {
      throw new IOException("an answer of single sign-on that cannot be read", e);
    }
  }

  private AwsKey key(JsonObject answer) throws IOException {
    Optional<String> id = answer.text("accessKeyId");
    Optional<String> secret = answer.text("secretAccessKey");
    if (id.isEmpty() || secret.isEmpty()) {
      throw new IOException("an answer of single sign-on without a key");
    }
    return new AwsKey(
        id.get(),
        secret.get(),
        answer.text("sessionToken"),
        profile.toString(),
        answer.number("expiration").stream().mapToObj(Instant::ofEpochMilli).findFirst());
  }

  private String token(Asking asking) throws IOException {
    String name = profile.value("sso_session").or(() -> setting("sso_start_url")).orElse("");
    Path file = asking.machine().home().resolve(".aws/sso/cache").resolve(sha1(name) + ".json");
    if (!Files.isRegularFile(file)) {
      throw signedOut();
    }
    try {
      JsonObject cached = JsonObject.parse(Files.readAllBytes(file));
      Optional<Instant> end = cached.text("expiresAt").flatMap(SecurityTokens::time);
      boolean valid = end.filter(asking.clock().instant()::isBefore).isPresent();
      return cached.text("accessToken").filter(any -> valid).orElseThrow(this::signedOut);
    } catch (IllegalArgumentException malformed) {
      throw signedOut();
    }
  }

  private String portal(Asking asking) {
    Optional<URI> instead = asking.machine().endpoint("SSO");
    String region = setting("sso_region").orElse("us-east-1");
    String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    return instead.map(URI::toString).orElse("https://portal.sso." + region + domain);
  }

  /** A setting of the profile, or of the session that it names. */
  private Optional<String> setting(String name) {
    return profile
        .value(name)
        .or(
            () ->
                profile
                    .value("sso_session")
                    .map(session -> profiles.sessions().getOrDefault(session, Map.of()))
                    .map(settings -> settings.getOrDefault(name, ""))
                    .filter(value -> !value.isEmpty()));
  }

  private AccessDenied signedOut() {
    return new AccessDenied(
        Problem.of(profile + " is not signed in any more")
            .advise("aws sso login --profile " + profile.name()));
  }

  private AccessDenied notAssigned() {
    return new AccessDenied(
        Problem.of(profile + " may not take on its role")
            .advise(
                "check sso_account_id and sso_role_name, and that the role is assigned to you"));
  }

  /** How the files of the cache are named, which is no secret. */
  private static String sha1(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a JDK without SHA-1", e);
    }
  }
}
