package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.ssh.SshConnection;
import io.github.sourceprovisioner.fetch.git.wire.Duplex;
import io.github.sourceprovisioner.spi.FetchContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Git behind ssh. What the host says aside is for the debug log, since it is not ours. */
record SshStreams(SshConnection connection, FetchContext context) implements Duplex {

  @Override
  public InputStream in() {
    return connection.in();
  }

  @Override
  public OutputStream out() {
    return connection.out();
  }

  @Override
  public void close() throws IOException {
    if (!connection.errorText().isEmpty()) {
      context.note("the host says: " + connection.errorText());
    }
    connection.close();
  }
}
