package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.fetch.s3.credentials.Machine;
import io.github.sourceprovisioner.fixture.Packed;
import io.github.sourceprovisioner.fixture.Written;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.Detours;
import io.github.sourceprovisioner.server.S3Proxy;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.FetcherContract;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class S3ContractTest extends FetcherContract {

  private static final URI NOBODY = URI.create("http://127.0.0.1:1");

  private static S3Proxy server;

  private final Detours detours = new Detours();
  private String bucket = "";
  private int direct;
  private int port;

  @BeforeAll
  static void start() throws Exception {
    server = S3Proxy.start();
  }

  @AfterAll
  static void end() throws Exception {
    server.close();
  }

  @BeforeEach
  void makeBucket() throws Exception {
    bucket = "b" + System.identityHashCode(this);
    direct = URI.create(server.url("")).getPort();
    port = detours.open(direct);
    server.makeVersioned(bucket);
  }

  @Override
  protected Fetcher fetcher() {
    Machine machine = new Machine(Map.of(), upstream(), NOBODY, NOBODY);
    return new S3Fetcher(() -> new S3Store(machine, InstantSource.system()));
  }

  @Override
  protected Optional<Credential> credential() {
    return Optional.of(new Credential("the test", S3Proxy.KEY.id(), S3Proxy.KEY.secret()));
  }

  @Override
  protected boolean keepsModes() {
    return false;
  }

  @Override
  protected SourceLocation serve(String name, Map<String, String> files) throws Exception {
    for (Map.Entry<String, String> file : Packed.withoutModes(files).entrySet()) {
      server.put(bucket, name + "/" + file.getKey(), file.getValue());
    }
    return at(port, name + "/");
  }

  @Override
  protected SourceLocation pinned(Map<String, String> files) throws Exception {
    byte[] tar = Packed.tar(Packed.withoutModes(files));
    return at(port, "pinned.tar?version=" + server.put(bucket, "pinned.tar", tar).orElseThrow());
  }

  @Override
  protected SourceLocation missing() {
    return at(port, "missing");
  }

  /**
   * A prefix: the answer for an object has no body, so that the listing is asked for the reason.
   */
  @Override
  protected SourceLocation refusing(Runnable refused) throws Exception {
    return at(detours.refusing("403 No", "x-amz-request-id: 1", refused), "private/");
  }

  @Override
  protected SourceLocation breaking(Map<String, String> files, Runnable broken) throws Exception {
    serve("broken", files);
    return at(detours.breaking(direct, MARK, broken), "broken/");
  }

  @Override
  protected SourceLocation hanging(Map<String, String> files, Runnable silent) throws Exception {
    serve("silent", files);
    return at(detours.hanging(direct, MARK, silent), "silent/");
  }

  @Override
  protected void stop() throws Exception {
    detours.close();
  }

  private SourceLocation at(int host, String key) {
    return Written.at("s3::http://127.0.0.1:" + host + "/" + bucket + "/" + key);
  }
}
