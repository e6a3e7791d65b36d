package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.DaemonStreams;
import io.github.sourceprovisioner.fetch.git.wire.Duplex;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import io.github.sourceprovisioner.web.Web;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The network of this machine. */
final class HostNetwork implements Network {

  @Override
  public Web web(FetchContext context, InstantSource clock) {
    return new HttpWeb(context, clock);
  }

  @Override
  public Duplex streams(GitSession session) throws IOException {
    int idle = (int) TimeUnit.SECONDS.toMillis(session.idleSeconds());
    return DaemonStreams.open(URI.create(session.url().text()), idle);
  }
}
