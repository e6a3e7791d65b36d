package io.github.sourceprovisioner.fetch.oci.docker;

import io.github.sourceprovisioner.fetch.oci.auth.Login;
import io.github.sourceprovisioner.fetch.oci.auth.Logins;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The logins of {@code docker login}, {@code podman login} and what writes the same files. A login
 * that a file leaves to a program is not had: nothing is ever run to get a source.
 */
public final class DockerLogins implements Logins {

  private static final Pattern PROGRAM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final List<LoginFile> files;

  DockerLogins(List<LoginFile> files) {
    this.files = List.copyOf(files);
  }

  /** The logins of a user; the files are read when they are asked. */
  public static DockerLogins of(Map<String, String> environment, Path home) {
    return new DockerLogins(LoginFile.usual(environment, home));
  }

  @Override
  public Visitor find(String registry, String repository) {
    RegistryKeys keys = RegistryKeys.of(registry, repository);
    List<String> advice = new ArrayList<>();
    for (LoginFile file : files) {
      try {
        JsonObject content = file.read();
        Optional<Login> login = login(content.object("auths"), keys, file);
        if (login.isPresent()) {
          return new Visitor(login, List.of());
        }
        program(content, keys).ifPresent(name -> advice.add(notRun(name, registry, file)));
      } catch (IllegalArgumentException e) {
        advice.add("check " + file.shown() + ": it is not what docker login writes");
      }
    }
    return new Visitor(Optional.empty(), advice);
  }

  private static Optional<Login> login(JsonObject auths, RegistryKeys keys, LoginFile file) {
    return keys.in(auths).stream()
        .flatMap(key -> login(auths.object(key), file).stream())
        .findFirst();
  }

  private static Optional<Login> login(JsonObject entry, LoginFile file) {
    Optional<String> identity = entry.text("identitytoken").filter(token -> !token.isEmpty());
    if (identity.isPresent()) {
      Credential credential = new Credential(file.shown(), "", identity.get());
      return Optional.of(new Login(credential, Login.Kind.IDENTITY_TOKEN));
    }
    return entry
        .text("auth")
        .filter(encoded -> !encoded.isEmpty())
        .map(encoded -> Login.password(decoded(encoded, file)));
  }

  private static Credential decoded(String encoded, LoginFile file) {
    String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    int colon = pair.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("a login without a colon");
    }
    String password = pair.substring(colon + 1).replaceFirst("\0+$", "");
    return new Credential(file.shown(), pair.substring(0, colon), password);
  }

  /** The program that would be asked. */
  private static Optional<String> program(JsonObject content, RegistryKeys keys) {
    JsonObject own = content.object("credHelpers");
    return keys.first(own)
        .flatMap(own::text)
        .or(() -> content.text("credsStore"))
        .filter(name -> PROGRAM.matcher(name).matches());
  }

  private static String notRun(String program, String registry, LoginFile file) {
    return ("put user and password into a <server> with the id %s: "
            + "%s leaves them to docker-credential-%s, which is not run")
        .formatted(registry, file.shown(), program);
  }
}
