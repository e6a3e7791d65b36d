package io.github.sourceprovisioner.locate;

import static io.github.sourceprovisioner.locate.ReferenceRulings.GITREFS_REFUSED;
import static io.github.sourceprovisioner.locate.ReferenceRulings.run;
import static io.github.sourceprovisioner.locate.Sources.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of the reference that say what stands where in a place: ref, bucket and key. */
class PlaceCasesTest {

  static Stream<ReferenceCase> gitref() {
    return run("gitref");
  }

  /** What exists is for the fetcher to say; the grammar decides what may be asked. */
  @ParameterizedTest
  @MethodSource
  void gitref(ReferenceCase row) {
    String input =
        row.input()
            .replace("<40 hex>", "0123456789012345678901234567890123456789")
            .replace("<8 hex>", "01234567")
            .replace("<sha of a hidden commit>", "9876543210987654321098765432109876543210");
    String uri = "git::https://h.invalid/o/r.git?" + input;
    if (GITREFS_REFUSED.contains(row.id())) {
      assertRefused("/pwd", uri);
      return;
    }
    String ref = input.replaceFirst("^(?!ref=).*|ref=", "").replaceFirst("&.*", "");
    assertThat(Sources.locate(uri).ref().orElse("")).isEqualTo(ref.replace("%2F", "/"));
  }

  static Stream<ReferenceCase> s3url() {
    return run("s3url");
  }

  @ParameterizedTest
  @MethodSource
  void s3url(ReferenceCase row) {
    String uri = row.input().startsWith("s3::") ? row.input() : "s3::" + row.input();
    if (row.asksForRefusal()) {
      assertRefused("/pwd", uri);
      return;
    }
    Map<?, ?> required = (Map<?, ?>) row.required();
    SourceLocation location = Sources.locate(uri);
    assertThat(location.parameters())
        .containsEntry("bucket", "" + required.get("bucket"))
        .containsEntry("key", "" + required.get("key"))
        .containsEntry("region", "" + required.get("region"));
    assertThat(location.ref().orElse(null)).isEqualTo(required.get("version"));
    assertThat(InlineCredentials.of(Sources.of(uri)).map(Credential::user).orElse(null))
        .isEqualTo(required.get("access_key"));
  }

  static Stream<ReferenceCase> gcsurl() {
    return run("gcsurl");
  }

  @ParameterizedTest
  @MethodSource
  void gcsurl(ReferenceCase row) {
    if (row.asksForRefusal()) {
      assertRefused("/pwd", row.input());
      return;
    }
    Map<?, ?> required = (Map<?, ?>) row.required();
    SourceLocation location = Sources.locate(row.input());
    assertThat(location.parameters())
        .containsEntry("bucket", "" + required.get("bucket"))
        .containsEntry("object", "" + required.get("object"));
    Object generation = required.get("generation");
    assertThat(location.ref().orElse("")).isEqualTo(generation == null ? "" : "" + generation);
  }
}
