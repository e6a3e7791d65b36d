package io.github.sourceprovisioner.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.locate.ReferenceCase;
import io.github.sourceprovisioner.reference.Scene;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the reference that list the entries of an archive, from a host to a workdir. */
class ReferenceArchivesTest {

  /** One archive is always a tree here: a file of it is no mode of its own. */
  private static final Set<String> SINGLE_FILE_MODE =
      Set.of("archive-043", "archive-050", "archive-056", "archive-063", "archive-070");

  /** What is special in a mode is left behind, which is all that these rows ask for. */
  private static final Set<String> STRIPPED = Set.of("evil-020", "evil-021");

  static Stream<ReferenceCase> rows() {
    return ReferenceCase.all().stream()
        .filter(row -> row.stage().equals("extract") || row.kind().equals("evil"))
        .filter(row -> !row.has("files_limit") && !row.has("size_limit"))
        .filter(row -> !entries(row).isEmpty() || row.text("note").equals("empty archive"));
  }

  @Test
  void everyRowRuns() {
    assertThat(rows().filter(row -> row.kind().equals("archive"))).hasSize(34);
    assertThat(rows().filter(row -> row.kind().equals("evil"))).hasSize(17);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anArchiveArrivesAsTheReferenceSays(ReferenceCase row, @TempDir Path directory)
      throws Exception {
    String name = "/a." + format(row);
    try (Scene scene = new Scene(directory).put(name, archive(row))) {
      if (isRefused(row)) {
        assertThatThrownBy(() -> scene.files(scene.url(name)))
            .isInstanceOf(ProvisioningException.class);
        assertThat(scene.workdir()).doesNotExist();
        return;
      }
      assertThat(scene.files(scene.url(name)).keySet()).isEqualTo(files(row));
      for (String file : files(row)) {
        int mode = (Integer) Files.getAttribute(scene.workdir().resolve(file), "unix:mode");
        assertThat(mode & 07777).as(file).isEqualTo(mode(row, file) % 2 == 1 ? 0755 : 0644);
      }
    }
  }

  private static boolean isRefused(ReferenceCase row) {
    boolean single = SINGLE_FILE_MODE.contains(row.id());
    return row.asksForRefusal() && !single && !STRIPPED.contains(row.id());
  }

  private static Set<String> files(ReferenceCase row) {
    Set<String> files = new TreeSet<>();
    entries(row).stream()
        .filter(e -> "file".equals(e.get("type")))
        .forEach(e -> files.add(String.valueOf(e.get("name")).replaceFirst("^\\./", "")));
    return files;
  }

  private static int mode(ReferenceCase row, String file) {
    return entries(row).stream()
        .filter(e -> file.equals(e.get("name")))
        .map(ReferenceArchivesTest::mode)
        .findFirst()
        .orElse(0644);
  }

  private static int mode(Map<?, ?> entry) {
    return Integer.parseInt(entry.get("mode") == null ? "644" : text(entry, "mode"), 8);
  }

  static String format(ReferenceCase row) {
    return row.row().get("input") instanceof Map<?, ?> input ? text(input, "format") : "";
  }

  private static List<Map<?, ?>> entries(ReferenceCase row) {
    return row.row().get("input") instanceof Map<?, ?> input
            && input.get("entries") instanceof List<?> list
        ? list.stream().<Map<?, ?>>map(e -> (Map<?, ?>) e).toList()
        : List.of();
  }

  static byte[] archive(ReferenceCase row) {
    TarBytes tar = new TarBytes();
    ZipBytes zip = new ZipBytes();
    for (Map<?, ?> entry : entries(row)) {
      add(tar, entry);
      zip.add(item(entry));
    }
    String format = format(row).equals("tgz") ? "tar.gz" : format(row);
    return format.equals("zip") ? zip.done() : FormatsTest.pack(format, tar.done());
  }

  private static void add(TarBytes tar, Map<?, ?> entry) {
    String name = text(entry, "name");
    switch (text(entry, "type")) {
      case "dir" -> tar.directory(name);
      case "symlink" -> tar.link(name, '2', text(entry, "link"));
      case "hardlink" -> tar.link(name, '1', text(entry, "link"));
      default -> {
        byte[] content = content(entry).getBytes(StandardCharsets.UTF_8);
        tar.raw(TarBytes.Header.of(name, '0', content.length).octal(100, 8, mode(entry)).signed());
        tar.padded(content);
      }
    }
  }

  private static ZipBytes.Item item(Map<?, ?> entry) {
    String name = text(entry, "name");
    return switch (text(entry, "type")) {
      case "dir" -> ZipBytes.Item.of(name.replaceFirst("/?$", "/"), "").mode(0040755);
      case "symlink" -> ZipBytes.Item.of(name, text(entry, "link")).mode(0120777);
      default -> ZipBytes.Item.of(name, content(entry)).mode(0100000 | mode(entry));
    };
  }

  private static String content(Map<?, ?> entry) {
    return "x".repeat(entry.get("size") instanceof Integer size ? size : 0);
  }

  private static String text(Map<?, ?> entry, String key) {
    return String.valueOf(entry.get(key));
  }
}
