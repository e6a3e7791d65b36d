package io.github.sourceprovisioner.benchmark.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.benchmark.link.Host;
import io.github.sourceprovisioner.benchmark.process.Command;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticArchiveTest {

  private Path directory;
  private Path archive;

  @BeforeEach
  void archive(@TempDir Path empty) throws Exception {
    directory = empty;
    archive = Files.createDirectories(directory.resolve(Host.ARCHIVES)).resolve("made-up.tar.gz");
    SyntheticArchive.make(archive, new Shape(2, 3, 1, 0, 2_000));
  }

  @Test
  void anArchiveHoldsAllFilesAndLeavesNothingBesideIt() throws Exception {
    Command list = new Command(directory, "tar", "tzf", archive.toString());

    assertThat(list.lines()).contains("modules/component-001/main.tf").hasSize(9);
    assertThat(archive.getParent()).isDirectoryNotContaining(file -> !file.equals(archive));
  }

  @Test
  void anArchiveIsServedWithItsLengthAndCounted() throws Exception {
    try (Host host = new Host(Path.of("git-http-backend"), directory)) {
      URLConnection there = open(host, "made-up.tar.gz");

      assertThat(there.getInputStream()).hasBinaryContent(Files.readAllBytes(archive));
      assertThat(there.getContentLengthLong()).isEqualTo(Files.size(archive));
      assertThat(there.getHeaderField("ETag")).startsWith("\"").endsWith("\"");
      assertThat(host.requests()).isEqualTo(1);
    }
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    try (Host host = new Host(Path.of("git-http-backend"), directory)) {
      URLConnection missing = open(host, "missing.tar.gz");

      assertThatThrownBy(missing::getInputStream).isInstanceOf(FileNotFoundException.class);
    }
  }

  private static URLConnection open(Host host, String name) throws Exception {
    String url = "http://127.0.0.1:%d/%s/%s".formatted(host.port(), Host.ARCHIVES, name);
    return URI.create(url).toURL().openConnection();
  }
}
