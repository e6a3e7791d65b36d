package io.github.sourceprovisioner.fetch.oci.docker;

import io.github.sourceprovisioner.fetch.oci.auth.Login;
import io.github.sourceprovisioner.fetch.oci.auth.Logins;
import io.github.sourceprovisioner.fetch.oci.auth.Visitor;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.json.JsonObject;
import io.github.sourceprovisioner.web.program.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The logins of {@code docker login}, {@code podman login} and what writes the same files. A
 * program that a file leaves logins to is asked if the user allows it.
 */
public final class DockerLogins implements Logins {

  private final List<LoginFile> files;
  private final Map<String, String> environment;
  private final LoginPrograms programs = new LoginPrograms();

  private DockerLogins(List<LoginFile> files, Map<String, String> environment) {
    this.files = List.copyOf(files);
    this.environment = Map.copyOf(environment);
  }

  /** The logins of a user; the files are read when they are asked. */
  public static DockerLogins of(Map<String, String> environment, Path home) {
    return new DockerLogins(LoginFile.usual(environment, home), environment);
  }

  @Override
  public Visitor find(String registry, String repository, FetchContext context)
      throws InterruptedException {
    RegistryKeys keys = RegistryKeys.of(registry, repository);
    List<String> advice = new ArrayList<>();
    for (LoginFile file : files) {
      try {
        JsonObject content = file.read();
        Optional<Login> login = login(content.object("auths"), keys, file);
        if (login.isPresent()) {
          return new Visitor(login, List.of());
        }
        Optional<LoginProgram> program = LoginProgram.of(content, keys);
        Visitor visitor =
            program.isPresent() ? ask(program.get(), file, context) : Visitor.STRANGER;
        if (visitor.login().isPresent()) {
          return visitor;
        }
        advice.addAll(visitor.advice());
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

  private Visitor ask(LoginProgram program, LoginFile file, FetchContext context)
      throws InterruptedException {
    Optional<Programs> allowed = Programs.allowedBy(context, environment);
    return allowed.isPresent()
        ? programs.ask(program, allowed.get())
        : new Visitor(Optional.empty(), List.of(notRun(program, file)));
  }

  private static String notRun(LoginProgram program, LoginFile file) {
    return ("allow it with %s, or put user and password into a <server>: "
            + "%s leaves them to %s, which is not run")
        .formatted(Programs.SWITCH, file.shown(), program.file());
  }
}
