package io.github.sourceprovisioner.fetch.gcs.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Application default credentials: the file that {@code GOOGLE_APPLICATION_CREDENTIALS} names, or
 * the one that {@code gcloud auth application-default login} writes.
 */
record DefaultCredentials(Machine machine) {

  private static final String VARIABLE = "GOOGLE_APPLICATION_CREDENTIALS";
  private static final String NAME = "application_default_credentials.json";
  private static final long LONGEST = 64 * 1024;

  /** The token; empty if there is no such file. */
  Optional<AccessToken> find(Issuer issuer) throws IOException, InterruptedException {
    Optional<Path> named = machine.path(VARIABLE);
    Path file = named.orElseGet(this::usual);
    if (named.isEmpty() && !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    String origin = named.isPresent() ? "the file of " + VARIABLE : "gcloud's default credentials";
    try {
      return Optional.of(token(read(file, origin), origin, issuer));
    } catch (IllegalArgumentException e) {
      throw unusable(origin + " cannot be read: no file of Google's making", e);
    }
  }

  private AccessToken token(JsonObject file, String origin, Issuer issuer)
      throws IOException, InterruptedException {
    return switch (file.text("type").orElse("")) {
      case "authorized_user" -> issuer.exchange(machine.tokens(), refresh(file), origin);
      case "service_account" -> {
        URI place = file.text("token_uri").map(URI::create).orElse(machine.tokens());
        yield issuer.exchange(place, account(file, place).proof(issuer.clock().instant()), origin);
      }
      default ->
          throw new AccessDenied(
              Problem.of(origin + ": a kind of credential that is not supported")
                  .advise(
                      "set GOOGLE_OAUTH_ACCESS_TOKEN to what gcloud auth print-access-token says"));
    };
  }

  private static Map<String, String> refresh(JsonObject file) {
    return Map.of(
        "grant_type", "refresh_token",
        "client_id", part(file, "client_id"),
        "client_secret", part(file, "client_secret"),
        "refresh_token", part(file, "refresh_token"));
  }

  private static ServiceAccount account(JsonObject file, URI audience) {
    return new ServiceAccount(
        part(file, "client_email"),
        part(file, "private_key"),
        file.text("private_key_id"),
        audience);
  }

  private Path usual() {
    return machine
        .path("CLOUDSDK_CONFIG")
        .or(() -> machine.path("APPDATA").map(data -> data.resolve("gcloud")))
        .orElseGet(() -> machine.home().resolve(".config").resolve("gcloud"))
        .resolve(NAME);
  }

  private static JsonObject read(Path file, String origin) throws IOException {
    if (!Files.isReadable(file) || !Files.isRegularFile(file) || Files.size(file) > LONGEST) {
      throw unusable(origin + " cannot be read", new IOException(file.toString()));
    }
    return JsonObject.parse(Files.readAllBytes(file));
  }

  private static String part(JsonObject file, String name) {
    return file.text(name)
        .orElseThrow(() -> new IllegalArgumentException("no " + name + " in the file"));
  }

  private static AccessDenied unusable(String message, Exception cause) {
    return new AccessDenied(
        Problem.of(message)
            .because(cause)
            .advise("check " + VARIABLE)
            .advise("sign in again: gcloud auth application-default login"));
  }
}
