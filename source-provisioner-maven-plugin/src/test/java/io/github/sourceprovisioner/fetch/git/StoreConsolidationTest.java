package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.model.Revision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;

/** Many packs become one, and every object is findable at every moment. */
class StoreConsolidationTest extends ServedRepository {

  private static final int MANY = 21;

  /** A machine that stops. */
  private static final class Halt extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final List<ObjectId> commits = new ArrayList<>();

  @Test
  void manyPacksBecomeOneAndNothingIsAskedForAgain() throws Exception {
    fill(MANY);
    long before = packBytes();

    server.behavior = Misbehavior.status(500);
    for (int i = 0; i < MANY; i++) {
      assertThat(content(i)).containsEntry("f main.tf", "text " + i);
    }

    assertThat(names()).hasSize(1);
    assertThat(packBytes()).as("the big file is there once").isLessThan(before * 6 / 10);
  }

  @Test
  void aFewPacksStayAsTheyAre() throws Exception {
    fill(3);
    List<String> names = names();

    content(0);

    assertThat(names()).isEqualTo(names).hasSize(3);
  }

  @Test
  void aStopBetweenAnyTwoStepsLosesNoObject() throws Exception {
    fill(3);
    Set<ObjectId> all = objects();
    Path full = staging.resolve("full");
    copy(store, full);
    int stops = 0;
    for (boolean stopped = true; stopped; stops++) {
      ObjectStore.erase(store);
      copy(full, store);
      stopped = stopsAfter(stops);
      ObjectStore.open(store).close();
      assertThat(objects()).as("after %s steps", stops).isEqualTo(all);
      assertThat(StoreFiles.children(new StoreFiles(store).packs())).hasSize(2 * names().size());
    }
    assertThat(stops).as("written, two moves, three times two removals, and none").isEqualTo(10);
    server.behavior = Misbehavior.status(500);
    assertThat(content(0)).containsEntry("f main.tf", "text 0");
  }

  @Test
  void anObjectThatIsDamagedEverywhereIsReportedAndNothingIsRemoved() throws Exception {
    fill(3);
    for (String name : names()) {
      damage(new StoreFiles(store).pack(name));
    }
    List<String> names = names();

    assertThatThrownBy(() -> consolidate(() -> {})).isInstanceOf(IOException.class);

    assertThat(names()).isEqualTo(names);
  }

  @Test
  void aStoreOfManyPacksHealsIfOneOfThemIsDamaged() throws Exception {
    fill(MANY);
    damage(new StoreFiles(store).pack(names().get(MANY / 2)));

    for (int i = 0; i < MANY; i += 7) {
      assertThat(content(i)).containsEntry("f main.tf", "text " + i);
    }
  }

  @Test
  void whatAStoppedConsolidationLeftIsThrownAway() throws Exception {
    fill(2);
    Path packs = new StoreFiles(store).packs();
    Files.writeString(packs.resolve("gc_pack"), "half");
    Files.writeString(packs.resolve("pack-" + "a".repeat(40) + ".pack"), "without an index");
    Files.writeString(packs.resolve("pack-" + "b".repeat(40) + ".idx"), "without a pack");

    content(1);

    assertThat(StoreFiles.children(packs)).hasSize(4);
  }

  /** Commits that share a big file and most of a long one, each brought by a run of its own. */
  private void fill(int number) throws Exception {
    TestContext shared = context;
    for (int i = 0; i < number; i++) {
      Map<String, String> files = new TreeMap<>();
      files.put("main.tf", "text " + i);
      files.put("big.bin", noise(1));
      files.put("long.txt", noise(2) + "\n" + new Random(i).nextInt());
      commits.add(repository.commit(files));
      repository.ref("refs/heads/b" + i, commits.get(i));
      context = new TestContext(Files.createDirectory(staging.resolve("run" + i)));
      content(i);
      copy(new StoreFiles(context.store()).packs(), new StoreFiles(store).packs());
    }
    context = shared;
  }

  private Map<String, String> content(int commit) throws Exception {
    Revision revision = new GitFetcher().resolve(at(commits.get(commit).name(), ""), context);
    Revision named =
        new Revision(revision.id(), revision.stability(), Optional.of("refs/heads/b" + commit));
    return Delivered.read(fetch(new GitFetcher(), at(commits.get(commit).name(), ""), named));
  }

  private boolean stopsAfter(int steps) throws IOException {
    int[] left = {steps};
    try {
      consolidate(
          () -> {
            if (left[0]-- == 0) {
              throw new Halt();
            }
          });
      return false;
    } catch (Halt halt) {
      return true;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private void consolidate(Runnable step) throws IOException {
    new StoreConsolidation(new StoreFiles(store), step).run(ObjectStore.open(store));
  }

  private Set<ObjectId> objects() throws IOException {
    Set<ObjectId> all = new TreeSet<>();
    try (Repository opened = ObjectStore.open(store)) {
      for (String name : names()) {
        for (PackIndex.MutableEntry entry :
            PackIndex.open(new StoreFiles(store).index(name).toFile())) {
          assertThat(opened.open(entry.toObjectId()).getSize()).isNotNegative();
          all.add(entry.toObjectId());
        }
      }
    }
    return all;
  }

  private static void damage(Path pack) throws IOException {
    byte[] bytes = Files.readAllBytes(pack);
    bytes[bytes.length / 2] ^= 1;
    Files.write(pack, bytes);
  }

  private List<String> names() throws IOException {
    return new StoreFiles(store).names();
  }

  private long packBytes() throws IOException {
    return ObjectStore.packBytes(store);
  }
}
