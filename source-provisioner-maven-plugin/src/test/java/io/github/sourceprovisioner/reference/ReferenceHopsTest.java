package io.github.sourceprovisioner.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.fixture.Packed;
import io.github.sourceprovisioner.locate.ReferenceCase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the reference about hosts that lead elsewhere. */
class ReferenceHopsTest {

  private static final byte[] NOTHING = new byte[0];

  /** What a row tells in words. */
  interface Play {
    void run(Scene scene) throws Exception;
  }

  private static final Map<String, Play> PLAYS =
      Map.ofEntries(
          Map.entry("xtg-002", scene -> arrives(leading(scene, 204, scene.url("/v1.tar")))),
          Map.entry("xtg-003", scene -> arrives(page(scene, "<head><META %s></head>"))),
          Map.entry("xtg-004", scene -> absent(page(scene, "<head></head><body><meta %s>"))),
          Map.entry("xtg-005", scene -> absent(page(scene, "<head></head>"))),
          Map.entry("xtg-006", scene -> unknown(scene, "./x.zip", "../x.zip", "/x.zip", "x.zip")),
          Map.entry("xtg-007", scene -> unknown(scene, "github.com/o/r", "git@h.invalid:o/r.git")),
          Map.entry("xtg-008", scene -> unknown(scene, "ssh://x/y", "GIT::https://x/y")),
          Map.entry("xtg-010", ReferenceHopsTest::leadsIntoADirectory),
          Map.entry("xtg-011", scene -> arrives(hops(scene, 10))),
          Map.entry("xtg-014", scene -> absent(scene)),
          Map.entry("xtg-015", ReferenceHopsTest::keepsTheQuestion),
          Map.entry("evil-040", scene -> unknown(scene, "file:///etc")),
          Map.entry("evil-041", scene -> absent(leading(scene, 204, scene.url("/m")))),
          Map.entry("evil-042", scene -> tooFar(redirects(scene, 11))),
          Map.entry("evil-054", ReferenceHopsTest::keepsItsLimits));

  static Stream<ReferenceCase> rows() {
    return ReferenceCase.all().stream().filter(row -> PLAYS.containsKey(row.id()));
  }

  @Test
  void everyRowRuns() {
    assertThat(rows()).hasSize(PLAYS.size());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aHostLeadsWhereAUserCouldGo(ReferenceCase row, @TempDir Path directory) throws Exception {
    try (Scene scene = new Scene(directory)) {
      scene.put("/v1.tar", Packed.tar(Map.of("main.tf", "one", "sub/a.tf", "a")));
      Objects.requireNonNull(PLAYS.get(row.id())).run(scene);
    }
  }

  private static Scene leading(Scene scene, int status, String target) {
    return scene.reply("/m", status, Map.of("X-Terraform-Get", target), NOTHING);
  }

  private static Scene page(Scene scene, String page) {
    String meta = "NAME=\"terraform-get\" Content=\"" + scene.url("/v1.tar") + "\"";
    byte[] html = ("<html>" + page.formatted(meta)).getBytes(StandardCharsets.UTF_8);
    return scene.reply("/m", 200, Map.of("Content-Type", "text/html"), html);
  }

  private static Scene hops(Scene scene, int count) {
    leading(scene, 204, scene.url("/m2"));
    for (int i = 2; i <= count; i++) {
      String next = i == count ? "/v1.tar" : "/m" + (i + 1);
      scene.reply("/m" + i, 204, Map.of("X-Terraform-Get", scene.url(next)), NOTHING);
    }
    return scene;
  }

  /** Ten are followed here, one more than by go-getter. */
  private static Scene redirects(Scene scene, int count) {
    for (int i = 0; i < count; i++) {
      String next = i == count - 1 ? "/v1.tar" : "/m" + "x".repeat(i + 1);
      String path = "/m" + "x".repeat(i);
      scene.reply(path, 302, Map.of("Location", scene.url(next)), NOTHING);
    }
    return scene;
  }

  private static void arrives(Scene scene) throws IOException, InterruptedException {
    assertThat(scene.files(scene.url("/m"))).isEqualTo(Map.of("main.tf", "one", "sub/a.tf", "a"));
  }

  private static void absent(Scene scene) {
    assertThatThrownBy(() -> scene.files(scene.url("/m"))).isInstanceOf(SourceNotFound.class);
  }

  private static void unknown(Scene scene, String... targets) {
    for (String target : List.of(targets)) {
      leading(scene, 204, target);
      assertThatThrownBy(() -> scene.files(scene.url("/m"))).isInstanceOf(UnknownSource.class);
      assertThat(scene.asked).allMatch(path -> path.startsWith("/m?"));
    }
  }

  private static void tooFar(Scene scene) throws Exception {
    assertThatThrownBy(() -> scene.files(scene.url("/m")))
        .isInstanceOf(ProvisioningException.class)
        .hasMessageContaining("more than 10 redirects");
    assertThat(scene.asked).hasSize(11).doesNotContain("/v1.tar");
  }

  private static void leadsIntoADirectory(Scene scene) throws Exception {
    leading(scene, 204, scene.url("/v1.tar//s*"));
    assertThat(scene.files(scene.url("/m"))).isEqualTo(Map.of("a.tf", "a"));
    leading(scene, 204, scene.url("/v1.tar//nope"));
    absent(scene);
  }

  private static void keepsTheQuestion(Scene scene) throws Exception {
    leading(scene, 204, scene.url("/v1.tar"));
    scene.files(scene.url("/m?terraform-get=7"));
    assertThat(scene.asked).containsExactly("/m?terraform-get=7&terraform-get=1", "/v1.tar");
  }

  /** What no archive may hold, no archive behind a hop may hold. */
  private static void keepsItsLimits(Scene scene) throws Exception {
    scene.put("/v1.tar", Packed.tar(Map.of("../evil", "x")));
    leading(scene, 204, scene.url("/v1.tar"));
    assertThatThrownBy(() -> scene.files(scene.url("/m")))
        .isInstanceOf(ProvisioningException.class);
    assertThat(scene.project().resolve("target/workdir")).doesNotExist();
  }
}
