package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.fixture.Packed;
import io.github.sourceprovisioner.fixture.Written;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.Detours;
import io.github.sourceprovisioner.server.DockerRegistry;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.FetcherContract;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class OciContractTest extends FetcherContract {

  private static final String TAR = "application/vnd.oci.image.layer.v1.tar";

  private final Detours detours = new Detours();
  private DockerRegistry registry;

  @BeforeEach
  void start() throws IOException {
    registry = DockerRegistry.open(upstream());
  }

  @Override
  protected Fetcher fetcher() {
    return Client.strangersFetcher();
  }

  @Override
  protected SourceLocation serve(String name, Map<String, String> files) throws Exception {
    push(name, files);
    return at(port(), name + ":latest");
  }

  @Override
  protected SourceLocation pinned(Map<String, String> files) throws Exception {
    return at(port(), "pinned@" + push("pinned", files));
  }

  @Override
  protected SourceLocation missing() {
    return at(port(), "missing:latest");
  }

  @Override
  protected SourceLocation refusing(Runnable refused) throws IOException {
    String who = "WWW-Authenticate: Basic realm=\"x\"";
    return at(detours.refusing("401 Who", who, refused), "private:latest");
  }

  @Override
  protected SourceLocation breaking(Map<String, String> files, Runnable broken) throws Exception {
    push("broken", files);
    return at(detours.breaking(port(), MARK, broken), "broken:latest");
  }

  @Override
  protected SourceLocation hanging(Map<String, String> files, Runnable silent) throws Exception {
    push("silent", files);
    return at(detours.hanging(port(), MARK, silent), "silent:latest");
  }

  @Override
  protected void stop() throws IOException {
    detours.close();
    registry.close();
  }

  private String push(String name, Map<String, String> files) throws Exception {
    Push push = new Push(registry.name(), "acme/" + name);
    return push.artifact("latest", "application/vnd.acme", push.layer(TAR, Packed.tar(files)));
  }

  private int port() {
    return URI.create("http://" + registry.name()).getPort();
  }

  private static SourceLocation at(int port, String artifact) {
    return Written.at("oci://127.0.0.1:" + port + "/acme/" + artifact);
  }
}
