package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {

  private static final String SECRET = "hunter2-canary";

  private TestProject project;

  @BeforeEach
  void project(@TempDir Path root) throws Exception {
    project = new TestProject(root);
  }

  @Test
  void aUriIsExplainedWithoutItsPassword() throws Exception {
    var before = Listing.of(project.root);

    Located located =
        project
            .engine()
            .explain(
                "git::https://me:" + SECRET + "@github.com/acme/m.git//vpc", Optional.of("v1"));

    assertThat(located.error()).isEmpty();
    assertThat(located.location())
        .hasToString("Optional[git::https://github.com/acme/m.git//vpc@v1]");
    assertThat(located.toString()).doesNotContain(SECRET);
    assertThat(Listing.of(project.root)).isEqualTo(before);
  }

  @Test
  void aUriThatNobodyUnderstandsIsAnErrorWithAdviceAndWithoutItsPassword() {
    for (String uri :
        new String[] {
          "ftp://me:" + SECRET + "@example.com/a",
          "git::https://me:" + SECRET + "@github.com/acme/m.git?ref=a&ref=b",
          "git::https://github.com/acme/m.git?access_token=" + SECRET,
          "git::https://me:" + SECRET + "@exa mple.com/acme/m.git",
          "me:" + SECRET + "@"
        }) {
      Located located = project.engine().explain(uri, Optional.empty());

      assertThat(located.location()).as(uri).isEmpty();
      ProvisioningException error = located.error().orElseThrow();
      assertThat(error.advice()).as(uri).isNotEmpty();
      assertThat(error.position().map(Object::toString)).as(uri).contains("-Dsource.uri");
      assertThat(located.uri() + error.getMessage() + error.advice())
          .as(uri)
          .doesNotContain(SECRET);
    }
  }

  @Test
  void aRelativePathStartsFromTheProject() {
    Located located = project.engine().explain("./modules/vpc", Optional.empty());

    assertThat(located.location().orElseThrow().url())
        .contains(project.base.resolve("modules/vpc").toString());
  }
}
