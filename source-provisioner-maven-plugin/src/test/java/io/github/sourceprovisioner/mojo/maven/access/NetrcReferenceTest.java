package io.github.sourceprovisioner.mojo.maven.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.mojo.maven.access.NetrcFile.NamedFile;
import io.github.sourceprovisioner.spi.Credential;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rows of {@code cases/source-uris.json} about netrc. */
class NetrcReferenceTest {

  /**
   * What we do with each row. Three are decided otherwise than by the tool that the row describes:
   * a password in the clear goes to this machine only, a netrc means all ports of its host as it
   * does for curl and git, and {@code evil-045} keeps {@code default} from everybody.
   */
  private static final Map<String, Ruling> RULINGS =
      Map.of(
          "netrc-001", new Ruling("https://example.com", Optional.of("foo:bar")),
          "netrc-004", new Ruling("http://example.com", Optional.empty()),
          "netrc-005", new Ruling("http://example.com", Optional.empty()),
          "netrc-007", new Ruling("http://127.0.0.1:18431/x", Optional.of("me:secret")),
          "netrc-008", new Ruling("http://any/x", Optional.empty()),
          "netrc-009", new Ruling("https://B/x", Optional.empty()),
          "netrc-010", new Ruling("https://B/x", Optional.empty()));

  /** The URL that is asked, and {@code user:password} of what it is shown. */
  record Ruling(String url, Optional<String> shown) {}

  /** A row of the table. */
  record Row(String id, Map<?, ?> input) {

    @Override
    public String toString() {
      return id + " " + input;
    }
  }

  static Stream<Row> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            NetrcReferenceTest.class.getResourceAsStream("/cases/source-uris.json"))) {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(1 << 22);
      List<?> rows = new Yaml(new SafeConstructor(options)).load(in);
      return rows.stream()
          .map(row -> (Map<?, ?>) row)
          .filter(row -> "netrc".equals(row.get("kind")))
          .map(
              row ->
                  new Row(
                      String.valueOf(row.get("id")),
                      (Map<?, ?>) Objects.requireNonNull(row.get("input"))));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aRowOfTheReferenceIsDecided(Row row, @TempDir Path home) throws IOException {
    Ruling ruling = Objects.requireNonNull(RULINGS.get(row.id()), row.id());
    assertThat(URI.create(ruling.url()).getHost())
        .isIn(URI.create(String.valueOf(row.input().get("url"))).getHost(), "B");
    List<String> warnings = new ArrayList<>();
    NetrcFile netrc =
        new NetrcFile(
            List.of(new NamedFile(file(row, home), "~/.netrc")), new Settings.Warnings(warnings));
    Optional<Credential> found = Place.of(ruling.url()).flatMap(netrc::of);
    assertThat(found.map(c -> c.user() + ":" + c.password())).isEqualTo(ruling.shown());
    assertThat(warnings).filteredOn(w -> w.contains("not used")).isEmpty();
  }

  /** What a row describes in words is made here. */
  private static Path file(Row row, Path home) throws IOException {
    String netrc = String.valueOf(row.input().get("netrc"));
    Path file = home.resolve("netrc");
    if (netrc.startsWith("missing")) {
      return file;
    }
    if (netrc.contains("ENOTDIR")) {
      return Files.createFile(file).resolve("below");
    }
    String content = netrc.replaceFirst(" \\.\\.\\..*|; .*", "").replace("...", "");
    String login = content.contains("password") ? "" : " login me password secret";
    return Files.writeString(file, content + login);
  }
}
