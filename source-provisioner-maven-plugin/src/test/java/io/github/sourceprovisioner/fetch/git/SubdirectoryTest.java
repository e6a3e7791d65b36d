package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A subdirectory is exactly one directory of the repository, or an error. */
class SubdirectoryTest extends LocalSource {

  @ParameterizedTest
  @ValueSource(strings = {"modules/vpc", "modules/v*", "*/vpc", "**/vpc", "modules/[u-w]pc"})
  void aSubdirectoryIsFoundByNameOrPattern(String subdir) throws Exception {
    commit(Map.of("modules/vpc/a", "one", "modules/eks/a", "two", "modules/vpx", "file"));
    if (subdir.equals("modules/v*")) {
      commit(Map.of("modules/vpc/a", "one"));
    }
    assertThat(files(subdir)).containsExactly(Map.entry("f a", "one"));
  }

  @Test
  void aPatternThatMatchesTwiceIsAnErrorThatNamesBoth() throws Exception {
    commit(Map.of("sub/a/f", "one", "sub/main.tf", "two"));
    ProvisioningException failure = failure(InvalidStack.class, "main", "sub/*");
    assertThat(failure).hasMessage("the subdirectory sub/* matches multiple paths");
    assertThat(failure.advice()).containsExactly("pick one of sub/a, sub/main.tf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope*", "{sub,sub2}", "sub/nope"})
  void aMissingSubdirectoryFailsWithWhatIsThere(String subdir) throws Exception {
    commit(Map.of("sub/a/f", "one", "sub2/f", "two"));
    ProvisioningException failure = failure(SourceNotFound.class, "main", subdir);
    assertThat(failure).hasMessage("the subdirectory " + subdir + " is not found");
    assertThat(failure.advice().get(0)).startsWith("pick one of sub");
  }

  @Test
  void aSubdirectoryThatIsAFileIsRefused() throws Exception {
    commit(Map.of("sub/f", "one"));
    ProvisioningException failure = failure(InvalidStack.class, "main", "sub/f");
    assertThat(failure).hasMessage("the subdirectory leads to a file: sub/f");
    assertThat(failure.advice()).containsExactly("name a directory of the repository");
  }

  @ParameterizedTest
  @ValueSource(strings = {"link", "link/x", "lin?"})
  void aSubdirectoryThroughALinkIsRefused(String subdir) throws Exception {
    commit(Map.of("l:link", "sub", "sub/x/f", "one"));
    assertThat(failure(InvalidStack.class, "main", subdir))
        .hasMessage("the subdirectory leads to a symbolic link: link");
  }

  @Test
  void aMalformedPatternIsRefused() throws Exception {
    commit(Map.of("a/f", "one"));
    ProvisioningException failure = failure(InvalidStack.class, "main", "[a");
    assertThat(failure).hasMessage("malformed pattern in the subdirectory: [a");
    assertThat(failure.advice()).hasSize(1);
  }

  @Test
  void aSubmoduleAmongSeveralMatchesIsNotEntered() throws Exception {
    commit(Map.of("m:lib", "1".repeat(40), "log/vpc/f", "one"));
    ProvisioningException failure = failure(UnknownSource.class, "main", "l*/vpc");
    assertThat(failure)
        .hasMessage("the subdirectory l*/vpc leads through several submodules or directories");
    assertThat(failure.advice()).containsExactly("write the directory in full, without patterns");
  }
}
