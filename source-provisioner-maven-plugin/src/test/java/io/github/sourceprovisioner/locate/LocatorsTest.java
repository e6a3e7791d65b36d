package io.github.sourceprovisioner.locate;

import static io.github.sourceprovisioner.locate.Sources.locate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatorsTest {

  /** Claims every source that starts with its prefix. */
  private record Prefixed(String prefix) implements SourceLocator {
    @Override
    public Optional<SourceLocation> locate(SourceSpec spec) {
      return spec.uri().startsWith(prefix)
          ? Optional.of(Sources.locate("git::https://corp.example/o/r.git"))
          : Optional.empty();
    }
  }

  @Test
  void saysWhichPrefixesThereAreWhenNobodyUnderstandsASource() {
    assertThatThrownBy(() -> locate("foo::https://h/x"))
        .isInstanceOfSatisfying(
            UnknownSource.class,
            e -> {
              assertThat(e).hasMessage("nothing understands the source 'foo::https://h/x'");
              assertThat(e.advice().get(0)).contains("git::").contains("oci://");
            });
  }

  @Test
  void refusesAnUnknownTypeEvenIfAnExtensionWouldTakeTheUri() {
    Locators locators = new Locators(List.of(new Prefixed("./")));
    assertThatThrownBy(() -> locators.locate(Sources.type("svn", "./x")))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessage("an unknown type in the source './x'");
              assertThat(e.advice())
                  .containsExactly(
                      "write a type that is known: git, git-worktree, http, s3, gcs, azure, oci,"
                          + " maven or file");
            });
  }

  @Test
  void saysThatMercurialIsNotSupported() {
    assertThatThrownBy(() -> locate("hg::https://h/r"))
        .isInstanceOfSatisfying(
            UnknownSource.class,
            e -> {
              assertThat(e).hasMessage("Mercurial is not supported: 'hg::https://h/r'");
              assertThat(e.advice().get(0)).contains("mirror the repository to git");
            });
  }

  @Test
  void letsAnExtensionClaimWhatTheGrammarDoesNotKnow() {
    Locators locators = new Locators(List.of(new Prefixed("corp:")));
    assertThat(locators.locate(Sources.of("corp:thing")).url())
        .isEqualTo("https://corp.example/o/r.git");
  }

  @Test
  void namesBothOwnersOfASourceInAnyOrder() {
    SourceLocator one = new Prefixed("corp:");
    SourceLocator other = spec -> Optional.of(locate("git::https://h/r.git"));
    for (List<SourceLocator> order : List.of(List.of(one, other), List.of(other, one))) {
      assertThatThrownBy(() -> new Locators(order).locate(Sources.of("corp:x")))
          .isInstanceOf(InvalidStack.class)
          .hasMessageContaining(one.getClass().getName())
          .hasMessageContaining(other.getClass().getName())
          .satisfies(
              e ->
                  assertThat(((ProvisioningException) e).advice().get(0))
                      .contains("remove one of the extensions"));
    }
    assertThatThrownBy(() -> new Locators(List.of(other)).locate(Sources.of("git::https://h/r;x")))
        .hasMessageContaining("the built-in grammar");
  }

  @Test
  void takesTheVersionKeyInTheWordsOfTheScheme() {
    assertThat(locate(Sources.version("github.com/o/r", "feature/x")).ref()).contains("feature/x");
    assertThat(locate(Sources.version("oci://h/r", "1.10")).ref()).contains("1.10");
    assertThat(locate(Sources.version("mvn:g:a", "1.10")).ref()).contains("1.10");
    assertThat(locate(Sources.version("https://h/x-1.2.zip", "1.2")).ref()).isEmpty();
    assertThat(locate(Sources.version("github.com/o/r?ref=v1.2", "1.2")).ref()).contains("v1.2");
  }

  @Test
  void refusesAVersionThatContradictsTheUriOrHasNoPlaceInIt() {
    assertThatThrownBy(() -> locate(Sources.version("github.com/o/r?ref=v1", "v2")))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessageContaining("'version: v2' beside 'v1'");
              assertThat(e.advice()).singleElement().asString().contains("in one place");
            });
    assertThatThrownBy(() -> locate(Sources.version("github.com/o/r?ref=v1.10", "1.1")))
        .hasMessageContaining("beside");
    assertThatThrownBy(() -> locate(Sources.version("oci://h/r:1", "2"))).isNotNull();
    assertThatThrownBy(() -> locate(Sources.version("https://h/x.zip", "1.2")))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessageContaining("a 'version' that an http source cannot take");
              assertThat(e.advice()).singleElement().asString().contains("{{ .Version }}");
            });
  }

  @Test
  void letsTheTypeKeyForceTheScheme() {
    assertThat(locate(Sources.type("git", "https://h/o/r")).scheme()).isEqualTo("git");
    assertThat(locate(Sources.type("http", "https://h/o/r.git")).scheme()).isEqualTo("http");
    assertThat(locate(Sources.worktree("/srv/r", "modules/vpc")).subdir()).isEqualTo("modules/vpc");
    assertThatThrownBy(() -> locate(Sources.type("s3", "git::https://h/o/r")))
        .hasMessageContaining("'type: s3' beside 'git::'");
    assertThatThrownBy(() -> locate(Sources.type("file", "https://h/o/r")))
        .hasMessageContaining("a URL where a path is wanted");
    assertThatThrownBy(() -> locate(Sources.type("http", "github.com/o/r")))
        .hasMessageContaining("no URL with one of the schemes http, https");
    assertThatThrownBy(() -> locate(Sources.worktree("/srv/r//a", "b")))
        .hasMessageContaining("'path: b' beside '//a'");
  }

  @ParameterizedTest
  @CsvSource({
    "github.com/o/r, https://github.com/o/r.git",
    "https://github.com/o/r, https://github.com/o/r.git",
    "HTTPS://GitHub.com:443/o/r.git/, https://github.com/o/r.git",
    "ssh://git@h:22/o/r.git, ssh://git@h/o/r.git",
    "alice@h:o/r.git, ssh://alice@h/o/r.git",
    "git::https://user:secret@h/o/r.git, https://h/o/r.git",
    "git::https://ghp_0123456789@h/o/r.git, https://h/o/r.git",
    "s3://bucket/key, https://s3.amazonaws.com/bucket/key",
    "gs://bucket/a b, https://storage.googleapis.com/bucket/a%20b",
    "oci://h:5000/a/b:1, oci://h:5000/a/b",
    "mvn:g:a:1:c@zip, mvn:g:a",
    "./a b, file:///pwd/a%20b",
    "https://h/x.zip?a=1&access_token=secret, https://h/x.zip?a=1",
  })
  void writesUrlsInOneWayAndWithoutSecrets(String uri, String url) {
    assertThat(locate(uri).url()).isEqualTo(url);
  }

  @Test
  void knowsTheArchiveOfAMavenArtifact() {
    assertThat(locate("mvn:g:a:1").archive()).contains("zip");
    assertThat(locate("mvn:g:a:1@tar.gz").archive()).contains("tar.gz");
    assertThat(locate("mvn:g:a:1@pom").archive()).isEmpty();
  }
}
