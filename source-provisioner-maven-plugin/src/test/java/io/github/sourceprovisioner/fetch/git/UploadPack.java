package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Duplex;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.HttpWeb;
import io.github.sourceprovisioner.web.Web;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** A network with one host: git's own program on this machine, once a connection. */
record UploadPack(Path repository, int version) implements Network {

  @Override
  public Web web(FetchContext context, InstantSource clock) {
    return new HttpWeb(context, clock);
  }

  @Override
  public Duplex streams(GitSession session) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git", "upload-pack", repository.toString());
    Map<String, String> variables = builder.environment();
    variables.put("GIT_PROTOCOL", "version=" + version);
    variables.put("GIT_CONFIG_NOSYSTEM", "1");
    variables.put("HOME", repository.toString());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new Running(builder.start());
  }

  private record Running(Process process) implements Duplex {

    @Override
    public InputStream in() {
      return process.getInputStream();
    }

    @Override
    public OutputStream out() {
      return process.getOutputStream();
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
