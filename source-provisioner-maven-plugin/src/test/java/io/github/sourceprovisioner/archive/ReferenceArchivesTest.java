package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.ProvisioningException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The rows of {@code cases/source-uris.json} that speak of what is in an archive. */
class ReferenceArchivesTest {

  /** One archive is always a tree here: a file of it is no mode of its own. */
  private static final Set<String> SINGLE_FILE_MODE =
      Set.of("archive-043", "archive-050", "archive-056", "archive-063", "archive-070");

  record Row(String id, String format, List<Map<?, ?>> entries, boolean error, Set<String> files) {

    @Override
    public String toString() {
      return id;
    }
  }

  static Stream<Row> rows() throws IOException {
    try (InputStream in =
        ReferenceArchivesTest.class.getResourceAsStream("/cases/source-uris.json")) {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(1 << 22);
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      List<?> all = new Yaml(new SafeConstructor(options)).load(text);
      return all.stream()
          .map(row -> (Map<?, ?>) row)
          .flatMap(ReferenceArchivesTest::row)
          .toList()
          .stream();
    }
  }

  private static Stream<Row> row(Map<?, ?> row) {
    boolean ours = "extract".equals(row.get("stage")) && "archive".equals(row.get("kind"));
    boolean limited = row.containsKey("files_limit") || row.containsKey("size_limit");
    String id = String.valueOf(row.get("id"));
    if (!ours || limited || SINGLE_FILE_MODE.contains(id)) {
      return Stream.empty();
    }
    if (!(row.get("input") instanceof Map<?, ?> input)
        || !(input.get("entries") instanceof List<?> list)) {
      return Stream.empty();
    }
    List<Map<?, ?>> entries = list.stream().<Map<?, ?>>map(e -> (Map<?, ?>) e).toList();
    Set<String> files = new TreeSet<>();
    entries.stream()
        .filter(e -> "file".equals(e.get("type")))
        .forEach(e -> files.add(String.valueOf(e.get("name")).replaceFirst("^\\./", "")));
    boolean error = Boolean.TRUE.equals(row.get("error")) || "reject".equals(row.get("policy"));
    return Stream.of(new Row(id, String.valueOf(input.get("format")), entries, error, files));
  }

  private static byte[] archive(Row row) {
    TarBytes tar = new TarBytes();
    ZipBytes zip = new ZipBytes();
    for (Map<?, ?> entry : row.entries()) {
      String name = String.valueOf(entry.get("name"));
      if ("dir".equals(entry.get("type"))) {
        tar.directory(name);
        zip.file(name.endsWith("/") ? name : name + "/", "");
      } else {
        String content = "x".repeat(Integer.parseInt(String.valueOf(entry.get("size"))));
        tar.file(name, content);
        zip.file(name, content);
      }
    }
    String format = row.format().equals("tgz") ? "tar.gz" : row.format();
    return format.equals("zip") ? zip.done() : FormatsTest.pack(format, tar.done());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anArchiveUnpacksAsTheReferenceSays(Row row, @TempDir Path directory) throws IOException {
    Bench bench = new Bench(directory);
    byte[] archive = archive(row);
    if (row.error()) {
      assertThatThrownBy(() -> bench.unpack("a." + row.format(), archive))
          .isInstanceOf(ProvisioningException.class);
    } else {
      assertThat(bench.unpack("a." + row.format(), archive).keySet()).isEqualTo(row.files());
    }
  }
}
