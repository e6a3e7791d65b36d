package io.github.sourceprovisioner.fetch.oci.docker;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.fetch.oci.auth.Login;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.web.json.JsonObject;
import io.github.sourceprovisioner.web.program.Answer;
import io.github.sourceprovisioner.web.program.Programs;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program that keeps logins for Docker, and the login that it is asked for: it finds the name of
 * the registry on its standard input, and prints {@code Username} and {@code Secret} as JSON.
 *
 * @param name what follows {@code docker-credential-}
 * @param server the registry, as it is known to the program
 */
record LoginProgram(String name, String server) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** What Docker's own programs print, with status 1, if they know nothing. */
  private static final String NOT_FOUND = "credentials not found in native keychain";

  /** The user that stands for "the secret is an identity token". */
  private static final String TOKEN = "<token>";

  /** The program that a file names for a registry, if it names one. */
  static Optional<LoginProgram> of(JsonObject file, RegistryKeys keys) {
    JsonObject own = file.object("credHelpers");
    return keys.first(own)
        .flatMap(own::text)
        .or(() -> file.text("credsStore"))
        .filter(name -> NAME.matcher(name).matches())
        .map(name -> new LoginProgram(name, keys.server(file.object("auths"))));
  }

  /** Its name on the search path. */
  String file() {
    return "docker-credential-" + name;
  }

  /** Asks it. If it fails, whoever is refused learns that. */
  Visitor ask(Programs programs) throws InterruptedException {
    try {
      Answer answer = programs.run(List.of(file(), "get"), server);
      return answer.status() != 0 && answer.output().strip().equals(NOT_FOUND)
          ? Visitor.STRANGER
          : answer.read(this::visitor);
    } catch (AccessDenied e) {
      return new Visitor(Optional.empty(), List.of(e.advice().get(0) + ": " + e.getMessage()));
    }
  }

  private Optional<Visitor> visitor(JsonObject answer) {
    String user = answer.text("Username").orElse("");
    return answer
        .text("Secret")
        .map(secret -> secret.isEmpty() ? Visitor.STRANGER : visitor(user, secret));
  }

  private Visitor visitor(String user, String secret) {
    Login login =
        user.equals(TOKEN)
            ? new Login(new Credential(file(), "", secret), Login.Kind.IDENTITY_TOKEN)
            : Login.password(new Credential(file(), user, secret));
    return new Visitor(Optional.of(login), List.of());
  }
}
