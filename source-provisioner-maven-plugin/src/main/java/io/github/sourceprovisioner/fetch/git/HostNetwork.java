package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.ssh.SshAddress;
import io.github.sourceprovisioner.fetch.git.ssh.SshConnections;
import io.github.sourceprovisioner.fetch.git.ssh.SshHome;
import io.github.sourceprovisioner.fetch.git.ssh.SshTimeouts;
import io.github.sourceprovisioner.fetch.git.wire.DaemonStreams;
import io.github.sourceprovisioner.fetch.git.wire.Duplex;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import io.github.sourceprovisioner.web.Trust;
import io.github.sourceprovisioner.web.Web;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The network of this machine. */
final class HostNetwork implements Network {

  private final Trust trust;
  private final Supplier<SshHome> home;

  /** Trusts whom the JVM trusts, and uses the keys of whoever runs this program. */
  HostNetwork() {
    this(Trust.jvm(), SshHome::ofThisUser);
  }

  HostNetwork(Trust trust, Supplier<SshHome> home) {
    this.trust = trust;
    this.home = home;
  }

  @Override
  public Network trusting(Path authorities) {
    return new HostNetwork(Trust.jvmAnd(authorities), home);
  }

  @Override
  public Web web(FetchContext context, InstantSource clock) {
    return new HttpWeb(context, clock, trust);
  }

  @Override
  public Duplex streams(GitSession session) throws IOException, InterruptedException {
    if (session.url().isSsh()) {
      return ssh(session);
    }
    int idle = (int) TimeUnit.SECONDS.toMillis(session.idleSeconds());
    return DaemonStreams.open(URI.create(session.url().text()), idle);
  }

  private Duplex ssh(GitSession session) throws IOException, InterruptedException {
    SshConnections connections = new SshConnections(home.get(), session.clock());
    SshTimeouts timeouts =
        new SshTimeouts(Duration.ofSeconds(session.idleSeconds()), session.left());
    SshAddress address = SshAddress.of(session.url().text());
    return new SshStreams(
        connections.open(address, session.context().credential(), timeouts), session.context());
  }
}
