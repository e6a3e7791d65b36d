package io.github.sourceprovisioner.fetch.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.sourceprovisioner.fixture.Packed;
import io.github.sourceprovisioner.fixture.Written;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.Detours;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.FetcherContract;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

class HttpContractTest extends FetcherContract {

  private final Detours detours = new Detours();
  private final Host host;

  HttpContractTest() throws IOException {
    host = new Host();
  }

  @Override
  protected Fetcher fetcher() {
    return new HttpFetcher();
  }

  @Override
  protected SourceLocation serve(String name, Map<String, String> files) throws IOException {
    host.put("/" + name + ".tar", Packed.tar(files));
    return at(port(), name + ".tar");
  }

  @Override
  protected SourceLocation pinned(Map<String, String> files) throws IOException {
    serve("pinned", files);
    String sum = Desk.sha256(new String(Packed.tar(files), ISO_8859_1));
    return at(port(), "pinned.tar?checksum=sha256:" + sum);
  }

  @Override
  protected SourceLocation missing() {
    return at(port(), "missing.tar");
  }

  @Override
  protected SourceLocation refusing(Runnable refused) throws IOException {
    String who = "WWW-Authenticate: Basic realm=\"x\"";
    return at(detours.refusing("401 Who", who, refused), "private.tar");
  }

  @Override
  protected SourceLocation breaking(Map<String, String> files, Runnable broken) throws IOException {
    serve("broken", files);
    return at(detours.breaking(port(), MARK, broken), "broken.tar");
  }

  @Override
  protected SourceLocation hanging(Map<String, String> files, Runnable silent) throws IOException {
    serve("silent", files);
    return at(detours.hanging(port(), MARK, silent), "silent.tar");
  }

  @Override
  protected void stop() throws IOException {
    detours.close();
    host.close();
  }

  private int port() {
    return URI.create(host.url("/")).getPort();
  }

  private static SourceLocation at(int port, String file) {
    return Written.at("http://127.0.0.1:" + port + "/" + file);
  }
}
