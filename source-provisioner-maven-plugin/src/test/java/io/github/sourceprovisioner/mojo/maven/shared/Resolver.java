package io.github.sourceprovisioner.mojo.maven.shared;

import io.github.sourceprovisioner.server.NginxRepository;
import io.github.sourceprovisioner.spi.SharedFile;
import io.github.sourceprovisioner.spi.TransferListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.connector.basic.BasicRepositoryConnectorFactory;
import org.eclipse.aether.impl.DefaultServiceLocator;
import org.eclipse.aether.impl.RepositoryConnectorProvider;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.spi.connector.RepositoryConnectorFactory;
import org.eclipse.aether.spi.connector.transport.TransporterFactory;
import org.eclipse.aether.transport.file.FileTransporterFactory;
import org.eclipse.aether.transport.http.HttpTransporterFactory;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultAuthenticationSelector;

/** The real resolver of the oldest Maven, and a build of a user with a local repository. */
final class Resolver implements TransferListener {

  static final SharedFile MARKER = new SharedFile("g.h", "a", "r1", "sub", "properties");
  static final SharedFile ZIP = new SharedFile("g.h", "a", "r1", "sub", "zip");

  /** What a listener heard. */
  final List<String> heard = new CopyOnWriteArrayList<>();

  final DefaultRepositorySystemSession session = MavenRepositorySystemUtils.newSession();
  final RepositorySystem system;
  final RepositoryConnectorProvider connectors;
  private final Path downloads;

  Resolver(Path home) {
    DefaultServiceLocator locator = MavenRepositorySystemUtils.newServiceLocator();
    locator.addService(RepositoryConnectorFactory.class, BasicRepositoryConnectorFactory.class);
    locator.addService(TransporterFactory.class, FileTransporterFactory.class);
    locator.addService(TransporterFactory.class, HttpTransporterFactory.class);
    system = locator.getService(RepositorySystem.class);
    connectors = locator.getService(RepositoryConnectorProvider.class);
    downloads = home.resolve("downloads");
    session.setLocalRepositoryManager(
        system.newLocalRepositoryManager(
            session, new LocalRepository(home.resolve("m2").toFile())));
    login("team", NginxRepository.PASSWORD);
  }

  /** The settings have a server with this id, and this password for the usual user. */
  void login(String id, String password) {
    DefaultAuthenticationSelector servers = new DefaultAuthenticationSelector();
    servers.add(
        id,
        new AuthenticationBuilder()
            .addUsername(NginxRepository.USER)
            .addPassword(password)
            .build());
    session.setAuthenticationSelector(servers);
  }

  MavenSharedRepository repository(String url) {
    return new MavenSharedRepository(new SharedAddress("team", url), system, sessions());
  }

  MavenSharedDeployment deployment(String url) {
    return new MavenSharedDeployment(
        new SharedAddress("team", url), system, connectors, sessions());
  }

  private SharedSession sessions() {
    return new SharedSession(system, session, downloads, Duration.ofMinutes(1), false);
  }

  @Override
  public void requested(String resource) {
    heard.add("requested " + resource);
  }

  @Override
  public void received(long bytes) {
    heard.add("received " + bytes);
  }

  @Override
  public void completed() {
    heard.add("completed");
  }

  @Override
  public void failed(Throwable reason) {
    heard.add("failed");
  }
}
