package io.github.sourceprovisioner.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.failure.WorkdirModified;
import io.github.sourceprovisioner.fixture.Packed;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A secret that stands in the URI of a source is written and shown nowhere else, whatever becomes
 * of the run: row F1 of the faults.
 */
class CanaryTest {

  private static final String SECRET = "canary-8d1f";

  /** The same in the form that {@code Basic} has, behind {@code ann:} and behind {@code :}. */
  private static final List<String> FORMS =
      List.of(SECRET, "Y2FuYXJ5LThkMW", "YW5uOmNhbmFyeS04ZDFm", "OmNhbmFyeS04ZDFm");

  /** What becomes of the run. */
  private enum Stage {
    WELL(null),
    TWICE(null),
    MISPLACED(InvalidStack.class),
    MISSING(SourceNotFound.class),
    REFUSED(AccessDenied.class),
    IN_TROUBLE(TransferFailed.class),
    CUT(TransferFailed.class),
    FORGED(IntegrityMismatch.class),
    EVIL(IntegrityMismatch.class),
    EDITED(WorkdirModified.class);

    private final @Nullable Class<? extends ProvisioningException> end;

    Stage(@Nullable Class<? extends ProvisioningException> end) {
      this.end = end;
    }
  }

  static Stream<Arguments> runs() {
    return Stream.of("ann:%s@/?", "%s@/?", "/?access_token=%s&", "/?X-Amz-Signature=%s&")
        .flatMap(form -> Stream.of(Stage.values()).map(stage -> Arguments.of(form, stage)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("runs")
  void aSecretOfTheUriIsNowhereElse(String form, Stage stage, @TempDir Path directory)
      throws Exception {
    try (Scene scene = new Scene(directory)) {
      Throwable failure = catchThrowable(() -> play(scene, form.formatted(SECRET), stage));
      if (stage.end == null) {
        assertThat(failure).isNull();
      } else {
        assertThat(failure).isInstanceOf(stage.end);
        assertThat(((ProvisioningException) failure).advice().toString()).doesNotContain(FORMS);
        assertThat(shown(failure)).doesNotContain(FORMS);
      }
      assertThat(scene.console.details() + "" + scene.console.infos() + scene.console.warnings())
          .doesNotContain(FORMS);
      assertThat(scene.transfers.requests.toString()).doesNotContain(FORMS);
      assertNoFileHolds(directory, scene.project().resolve("src"));
    }
  }

  private static void play(Scene scene, String form, Stage stage) throws Exception {
    byte[] tar = Packed.tar(Map.of("main.tf", "one", stage == Stage.EVIL ? "../x" : "x", "x"));
    switch (stage) {
      case MISSING -> scene.asked.clear();
      case REFUSED -> scene.reply("/a.tar", 403, Map.of(), new byte[0]);
      case IN_TROUBLE -> scene.reply("/a.tar", 503, Map.of(), new byte[0]);
      case CUT -> scene.put("/a.tar", Arrays.copyOf(tar, 700));
      default -> scene.put("/a.tar", tar);
    }
    scene.files(uri(scene, form, stage));
    if (stage == Stage.TWICE) {
      scene.files(uri(scene, form, stage));
    }
    if (stage == Stage.EDITED) {
      Files.writeString(scene.workdir().resolve("main.tf"), "edited");
      scene.put("/a.tar", Packed.tar(Map.of("main.tf", "two")));
      scene.files(uri(scene, form, stage));
    }
  }

  /** The form has the user before the host, or the parameters behind the path. */
  private static String uri(Scene scene, String form, Stage stage) {
    String[] parts = form.split("/", 2);
    String place = scene.url("/a.tar").replace("http://", "http://" + parts[0]);
    String directory = stage == Stage.MISPLACED ? "//../x" : "";
    String checksum = stage == Stage.FORGED ? "checksum=sha256:" + "0".repeat(64) : "";
    return (place + directory + parts[1] + checksum).replaceFirst("[?&]$", "");
  }

  private static String shown(Throwable failure) {
    StringWriter all = new StringWriter();
    failure.printStackTrace(new PrintWriter(all));
    return all.toString();
  }

  private static void assertNoFileHolds(Path root, Path but) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(f -> Files.isRegularFile(f) && !f.startsWith(but)).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(root.relativize(file) + content).doesNotContain(FORMS);
      }
    }
  }
}
