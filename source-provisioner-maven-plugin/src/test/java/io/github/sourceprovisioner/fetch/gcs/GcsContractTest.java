package io.github.sourceprovisioner.fetch.gcs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.github.sourceprovisioner.fixture.Packed;
import io.github.sourceprovisioner.fixture.Written;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.server.Detours;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.FetcherContract;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

class GcsContractTest extends FetcherContract {

  private final Detours detours = new Detours();
  private Google google;
  private int port;

  @BeforeEach
  void start() throws IOException {
    google = new Google();
    port = port(google);
  }

  @Override
  protected Fetcher fetcher() {
    String host = "http://127.0.0.1:" + port;
    return new GcsLab(upstream(), host, Map.of("GOOGLE_OAUTH_ACCESS_TOKEN", "known")).fetcher;
  }

  @Override
  protected boolean keepsModes() {
    return false;
  }

  @Override
  protected SourceLocation serve(String name, Map<String, String> files) {
    Map<String, String> plain = Packed.withoutModes(files);
    String items =
        plain.entrySet().stream()
            .map(file -> item(name + "/" + file.getKey(), file.getValue()))
            .collect(joining(","));
    google.answer("prefix=" + name + "%2F", "{\"items\":[" + items + "]}");
    return Written.at("gs://bucket/" + name + "/");
  }

  @Override
  protected SourceLocation pinned(Map<String, String> files) throws IOException {
    byte[] tar = Packed.tar(Packed.withoutModes(files));
    google.object("bucket", "pinned.tar", "17", new String(tar, ISO_8859_1));
    return Written.at("gs://bucket/pinned.tar#17");
  }

  @Override
  protected SourceLocation missing() {
    google.answer("prefix=missing", "{}");
    return Written.at("gs://bucket/missing");
  }

  @Override
  protected SourceLocation refusing(Runnable refused) throws IOException {
    port = detours.refusing("401 Who", "WWW-Authenticate: Bearer", refused);
    return Written.at("gs://bucket/private");
  }

  @Override
  protected SourceLocation breaking(Map<String, String> files, Runnable broken) throws IOException {
    port = detours.breaking(port(google), MARK, broken);
    return serve("broken", files);
  }

  @Override
  protected SourceLocation hanging(Map<String, String> files, Runnable silent) throws IOException {
    port = detours.hanging(port(google), MARK, silent);
    return serve("silent", files);
  }

  @Override
  protected void stop() throws IOException {
    detours.close();
    google.close();
  }

  /** An object, and its line in a listing; the generation says which content it is. */
  private String item(String name, String content) {
    String bytes = new String(content.getBytes(UTF_8), ISO_8859_1);
    String generation = Integer.toUnsignedString(content.hashCode());
    String encoded = URLEncoder.encode(name, UTF_8).replace("+", "%20");
    google.object("bucket", encoded, generation, bytes);
    return "{\"name\":\"%s\",\"size\":\"%d\",\"generation\":\"%s\"}"
        .formatted(name.replace("ä", "\\u00e4"), bytes.length(), generation);
  }

  private static int port(Google google) {
    return URI.create(google.url()).getPort();
  }
}
