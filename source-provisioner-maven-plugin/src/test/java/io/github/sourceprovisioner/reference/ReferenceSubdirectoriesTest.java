package io.github.sourceprovisioner.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fixture.Packed;
import io.github.sourceprovisioner.locate.ReferenceCase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the reference about subdirectories with wildcards, from a host to a workdir. */
class ReferenceSubdirectoriesTest {

  private static final Map<String, Class<? extends ProvisioningException>> REFUSALS =
      Map.of("matches multiple paths", InvalidStack.class, "not found", SourceNotFound.class);

  static Stream<ReferenceCase> rows() {
    return ReferenceCase.all().stream().filter(row -> row.stage().equals("glob"));
  }

  @Test
  void everyRowRuns() {
    assertThat(rows()).hasSize(10);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aWildcardMeansOneDirectory(ReferenceCase row, @TempDir Path directory) throws Exception {
    Map<String, String> tree = tree((List<?>) row.row().getOrDefault("tree", List.of()));
    try (Scene scene = new Scene(directory).put("/t.tar", Packed.tar(tree))) {
      String uri = scene.url("/t.tar//" + row.input());
      if (!row.asksForRefusal()) {
        assertThat(scene.files(uri)).isEqualTo(below(row.required() + "/", tree));
        return;
      }
      Throwable refusal = catchThrowable(() -> scene.files(uri));
      assertThat(refusal).isInstanceOf(ProvisioningException.class);
      if (!tree.containsKey(".git/here")) {
        assertThat(refusal).isInstanceOf(REFUSALS.get(row.text("error_contains")));
      }
    }
  }

  /** A file in every directory. */
  private static Map<String, String> tree(List<?> paths) {
    Map<String, String> files = new TreeMap<>();
    paths.forEach(path -> files.put(path.toString().replaceFirst("/$", "/here"), "of " + path));
    return files;
  }

  private static Map<String, String> below(String directory, Map<String, String> tree) {
    Map<String, String> below = new TreeMap<>();
    tree.forEach(
        (path, content) -> {
          if (path.startsWith(directory)) {
            below.put(path.substring(directory.length()), content);
          }
        });
    return below;
  }
}
