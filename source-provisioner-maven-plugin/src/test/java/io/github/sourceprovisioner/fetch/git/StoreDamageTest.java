package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A damaged store heals by one more fetch, never hangs, and never delivers a wrong byte. */
@Timeout(120)
@DisabledOnOs(OS.WINDOWS)
class StoreDamageTest extends ServedRepository {

  private final GitFetcher fetcher = new GitFetcher();

  @ParameterizedTest
  @EnumSource
  void everyFileMayBeDamaged(FileDamage damage) throws Exception {
    Revision revision = fetcher.resolve(at("v1", ""), context);
    Map<String, String> expected = content(revision, "");
    for (Path file : filesOfStore()) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        damage.to(file);
        settle();
        assertThat(content(revision, "")).as("%s %s", damage, file).isEqualTo(expected);
      }
    }
    assertThat(Path.of("/etc/passwd")).isNotEmptyFile();
  }

  @ParameterizedTest
  @EnumSource
  void theSameOfAStoreThatHoldsAPartOnly(FileDamage damage) throws Exception {
    Revision revision = fetcher.resolve(at("v1", ""), context);
    Map<String, String> expected = content(revision, "vpc");
    assertThat(expected).containsExactly(Map.entry("f main.tf", "one"));
    for (Path file : filesOfStore()) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        damage.to(file);
        settle();
        assertThat(content(revision, "vpc")).as("%s %s", damage, file).isEqualTo(expected);
      }
    }
  }

  @Test
  void whatADeadRunOrSomebodyElseLeftIsThrownAway() throws Exception {
    Revision revision = fetcher.resolve(at("v1", ""), context);
    Map<String, String> expected = content(revision, "");
    List<String> planted =
        List.of(
            "packed-refs.lock",
            "refs/heads/x.lock",
            "config.lock",
            "shallow.lock",
            "HEAD.lock",
            "hooks/post-checkout",
            "commondir",
            "objects/info/alternates",
            "objects/incoming_1.pack",
            "objects/pack/gc_pack",
            "objects/pack/pack-" + "0".repeat(40) + ".keep",
            "objects/pack/pack-" + "0".repeat(40) + ".pack",
            "objects/pack/multi-pack-index",
            "objects/ab/" + "c".repeat(38));
    for (String name : planted) {
      Files.createDirectories(store.resolve(name).getParent());
      Files.writeString(store.resolve(name), "/nowhere\n");
    }

    assertThat(content(revision, "")).isEqualTo(expected);

    assertThat(planted).noneMatch(name -> Files.exists(store.resolve(name)));
  }

  @Test
  void aHeadThatIsGarbageIsNeverRead() throws Exception {
    Revision revision = fetcher.resolve(at("v1", ""), context);
    Map<String, String> expected = content(revision, "");
    Files.write(store.resolve("HEAD"), new byte[] {0, 1, 2, (byte) 0xff});
    context.requests.clear();

    assertThat(content(revision, "")).isEqualTo(expected);
    assertThat(context.requests).isEmpty();
  }

  @Test
  void anInterruptedThreadLosesNoStore() throws Exception {
    Revision revision = fetcher.resolve(at("v1", ""), context);
    Map<String, String> expected = content(revision, "");
    Thread.currentThread().interrupt();
    try {
      ObjectStore.open(store).close();
    } catch (IOException e) {
      assertThat(e).isNotInstanceOf(DamagedStore.class);
    }
    assertThat(Thread.interrupted()).isTrue();
    context.requests.clear();

    assertThat(content(revision, "")).isEqualTo(expected);
    assertThat(context.requests).isEmpty();
  }

  private Map<String, String> content(Revision revision, String subdir) throws Exception {
    return Delivered.read(fetch(fetcher, at("v1", subdir), revision));
  }

  /** What changed just now, JGit reads again and again until it is two seconds old. */
  private void settle() throws IOException {
    for (Path path : filesOfStore()) {
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minusSeconds(60)));
      }
    }
  }

  private List<Path> filesOfStore() throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      return files.toList();
    }
  }
}
