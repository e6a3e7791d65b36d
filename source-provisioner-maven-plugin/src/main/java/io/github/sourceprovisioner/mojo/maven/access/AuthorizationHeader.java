package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.spi.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * The header {@code Authorization} among the {@code <httpHeaders>} that Maven lets a {@code
 * <server>} configure, as the credential that it stands for.
 */
final class AuthorizationHeader {

  private AuthorizationHeader() {}

  /**
   * The credential of a {@code Basic} or {@code Bearer} header; empty if there is none, or one of
   * another kind.
   *
   * @param name how messages name the credential
   */
  static Optional<Credential> of(Server server, String name) {
    if (!(server.getConfiguration() instanceof Xpp3Dom configuration)
        || configuration.getChild("httpHeaders") == null) {
      return Optional.empty();
    }
    return Arrays.stream(configuration.getChild("httpHeaders").getChildren())
        .filter(header -> text(header, "name").equalsIgnoreCase("Authorization"))
        .flatMap(header -> parse(text(header, "value"), name).stream())
        .findFirst();
  }

  private static String text(Xpp3Dom parent, String child) {
    Xpp3Dom found = parent.getChild(child);
    return found == null || found.getValue() == null ? "" : found.getValue().strip();
  }

  /** RFC 6750, 2.1 and RFC 7617, 2. */
  private static Optional<Credential> parse(String value, String name) {
    int space = value.indexOf(' ');
    String scheme = space < 0 ? "" : value.substring(0, space);
    String rest =
        Secrets.checked(value.substring(space + 1).strip(), "the Authorization of " + name);
    if (scheme.equalsIgnoreCase("Bearer")) {
      return Optional.of(new Credential(name, "", rest));
    }
    return scheme.equalsIgnoreCase("Basic") ? basic(rest, name) : Optional.empty();
  }

  private static Optional<Credential> basic(String encoded, String name) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Credential(name, pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
