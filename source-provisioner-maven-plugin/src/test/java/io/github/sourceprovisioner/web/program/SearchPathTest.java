package io.github.sourceprovisioner.web.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fixture.ShellProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class SearchPathTest {

  @Test
  void theCurrentDirectoryIsNeverSearched() {
    SearchPath path = SearchPath.of(Map.of("PATH", ":.:bin::/usr/bin:../x:"));
    assertThat(path.directories()).containsExactly(Path.of("/usr/bin"));
    assertThat(SearchPath.of(Map.of()).directories()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"./ask", "bin/ask", "../ask", "ask/", ""})
  void aPathThatDependsOnTheCurrentDirectoryIsRefused(String name) {
    assertThatThrownBy(() -> new SearchPath(List.of(), List.of("")).find(name))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("the program " + name + " is neither a name nor an absolute path")
        .extracting(e -> ((ProvisioningException) e).advice().get(0))
        .isEqualTo("write the whole path of the program");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ask", "plain", "directory", "no\0name", "/no/such/program"})
  void whatIsNotThereOrCannotBeExecutedIsMissing(String name, @TempDir Path bin)
      throws IOException {
    Files.writeString(bin.resolve("plain"), "text");
    Files.createDirectory(bin.resolve("directory"));
    assertThatThrownBy(() -> SearchPath.of(Map.of("PATH", bin.toString())).find(name))
        .isInstanceOf(AccessDenied.class)
        .hasMessage("there is no program " + name);
  }

  @Test
  void theFirstDirectoryWithTheProgramCounts(@TempDir Path directory) throws IOException {
    Path first = Files.createDirectory(directory.resolve("first"));
    Path ask = ShellProgram.write(directory.resolve("second"), "ask", "");
    ShellProgram.write(directory.resolve("third"), "ask", "");
    Files.writeString(first.resolve("ask"), "no program");
    SearchPath path =
        SearchPath.of(
            Map.of("PATH", first + ":" + ask.getParent() + ":" + directory.resolve("third")));
    assertThat(path.find("ask")).isEqualTo(ask);
    assertThat(path.find(ask.toString())).isEqualTo(ask);
  }

  @Test
  void onWindowsProgramsHaveAnEnding(@TempDir Path bin) throws IOException {
    Path ask = ShellProgram.write(bin, "ask.exe", "");
    assertThat(new SearchPath(List.of(bin), List.of(".exe")).find("ask")).isEqualTo(ask);
  }
}
