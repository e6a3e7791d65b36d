package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever lies in an object store, the files that come out are right. */
class ObjectStoreTest extends ServedRepository {

  @Test
  void aStoreHealsWhicheverOfItsFilesIsLostOrDamaged() throws Exception {
    files("v1", "");
    for (Path file : filesOfStore()) {
      Files.delete(file);
      settle();
      assertThat(files("v1", "")).as("without %s", file).hasSize(3);
    }
    for (Path file : filesOfStore()) {
      Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 2));
      settle();
      assertThat(files("v1", "")).as("with 2 bytes of %s", file).hasSize(3);
    }
    for (Path file : filesOfStore()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
      settle();
      assertThat(files("v1", "")).as("with a flipped bit in %s", file).hasSize(3);
    }
  }

  @Test
  void whatWasPlantedInAStoreIsThrownAway() throws Exception {
    files("v1", "");
    Files.writeString(store.resolve("config"), "[http]\n\tproxy = http://127.0.0.1:1\n");
    Files.createDirectories(store.resolve("objects/info"));
    Files.writeString(store.resolve("objects/info/alternates"), "/nowhere\n");
    Files.writeString(store.resolve("shallow.lock"), "");
    Files.writeString(store.resolve("objects/incoming_1.pack"), "half");
    assertThat(files("main", "")).containsEntry("f vpc/main.tf", "two");
    assertThat(store.resolve("objects/info/alternates")).doesNotExist();
    assertThat(store.resolve("shallow.lock")).doesNotExist();
    assertThat(store.resolve("objects/incoming_1.pack")).doesNotExist();
    assertThat(store.resolve("config")).content().doesNotContain("proxy");
  }

  @Test
  void aStoreThatIsALinkElsewhereIsNotErasedThroughTheLink() throws Exception {
    Path precious = Files.createDirectory(staging.resolve("precious"));
    Files.writeString(precious.resolve("file"), "mine");
    Files.createSymbolicLink(store.resolve("objects"), precious);
    assertThat(files("v1", "")).hasSize(3);
    assertThat(precious.resolve("file")).hasContent("mine");
  }

  /** What changed just now, JGit reads again and again until it is two seconds old. */
  private void settle() throws IOException {
    try (Stream<Path> all = Files.walk(store)) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
      }
    }
  }

  private List<Path> filesOfStore() throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      return files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).toList();
    }
  }
}
