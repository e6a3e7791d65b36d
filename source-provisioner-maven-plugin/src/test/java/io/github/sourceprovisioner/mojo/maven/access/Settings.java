package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.spi.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;
import org.eclipse.aether.util.repository.DefaultProxySelector;

/** The settings and the environment of a user, as Maven hands them on. */
final class Settings {

  final Map<String, String> environment = new HashMap<>();
  boolean credentialProgramsAllowed;
  final List<String> warnings = new ArrayList<>();
  private final List<Server> servers = new ArrayList<>();
  private final DefaultAuthenticationSelector secrets = new DefaultAuthenticationSelector();
  private final DefaultProxySelector proxies = new DefaultProxySelector();

  Settings(Path home) {
    environment.put("HOME", home.toString());
  }

  Settings server(String id, AuthenticationBuilder login) {
    configured(id);
    secrets.add(id, login.build());
    return this;
  }

  Settings password(String id, String password) {
    return server(id, new AuthenticationBuilder().addUsername("build").addPassword(password));
  }

  Settings header(String id, String value) {
    Xpp3Dom property = new Xpp3Dom("property");
    property.addChild(element("name", "authorization"));
    property.addChild(element("value", value));
    Xpp3Dom headers = new Xpp3Dom("httpHeaders");
    headers.addChild(property);
    Xpp3Dom configuration = new Xpp3Dom("configuration");
    configuration.addChild(headers);
    configured(id).setConfiguration(configuration);
    return this;
  }

  Settings proxy(Proxy proxy, String nonProxyHosts) {
    proxies.add(proxy, nonProxyHosts);
    return this;
  }

  MavenAccess access() {
    DefaultRepositorySystemSession session = new DefaultRepositorySystemSession();
    session.setAuthenticationSelector(secrets);
    session.setProxySelector(proxies);
    return new MavenAccess(
        session,
        servers,
        new Surroundings(environment, credentialProgramsAllowed, new Warnings(warnings)));
  }

  private Server configured(String id) {
    Server server = new Server();
    server.setId(id);
    servers.add(server);
    return server;
  }

  private static Xpp3Dom element(String name, String value) {
    Xpp3Dom element = new Xpp3Dom(name);
    element.setValue(value);
    return element;
  }

  /** Keeps what a user would be warned of. */
  record Warnings(List<String> warnings) implements Console {

    @Override
    public void info(String message) {
      throw new AssertionError(message);
    }

    @Override
    public void warn(String message) {
      warnings.add(message);
    }

    @Override
    public void debug(String message) {}
  }
}
