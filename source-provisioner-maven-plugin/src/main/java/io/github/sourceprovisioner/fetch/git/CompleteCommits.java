package io.github.sourceprovisioner.fetch.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/**
 * Which commits a store holds with all their trees, and which with all their files too, so that a
 * host sends only what differs. Kept in a file of the store; a line is believed only if the commit
 * and its root are really there.
 */
final class CompleteCommits {

  /** The name of the file. */
  static final String FILE = "complete";

  /** More would cost more to tell than they save. */
  private static final int MOST = 64;

  private static final int MOST_BYTES = MOST * 64;
  private static final String TREES = "trees";
  private static final String FILES = "files";
  private static final Pattern LINE = Pattern.compile("[0-9a-f]{40} (" + TREES + "|" + FILES + ")");

  private final Path file;
  private final Repository store;
  private final Map<String, String> known = new LinkedHashMap<>();

  /** What the file of a store says. */
  CompleteCommits(Repository store) throws IOException {
    this.store = store;
    this.file = store.getDirectory().toPath().resolve(FILE);
    for (String line : lines()) {
      if (LINE.matcher(line).matches()) {
        known.put(line.substring(0, 40), line.substring(41));
      }
    }
  }

  /**
   * The commits that a host may build upon, the newest last.
   *
   * @param withFiles only those whose files are here, too
   */
  List<String> believed(boolean withFiles) throws IOException {
    try (ObjectReader objects = store.newObjectReader()) {
      TreeReader reader = new TreeReader(objects);
      List<String> candidates =
          known.entrySet().stream()
              .filter(commit -> !withFiles || commit.getValue().equals(FILES))
              .map(Map.Entry::getKey)
              .toList();
      for (String id : candidates) {
        if (!isThere(reader, ObjectId.fromString(id))) {
          known.remove(id);
        }
      }
      return candidates.stream().filter(known::containsKey).toList();
    }
  }

  /** These commits came with all their trees. */
  void add(Collection<String> commits, boolean withFiles) throws IOException {
    for (String commit : commits) {
      String before = Optional.ofNullable(known.remove(commit)).orElse(TREES);
      known.put(commit, withFiles ? FILES : before);
    }
    List<String> lines =
        known.entrySet().stream().map(c -> c.getKey() + " " + c.getValue()).toList();
    Files.write(file, lines.subList(Math.max(0, lines.size() - MOST), lines.size()));
  }

  private static boolean isThere(TreeReader reader, ObjectId commit) throws IOException {
    try {
      Optional<ObjectId> root = reader.root(commit);
      if (root.isPresent()) {
        reader.entries(root.get(), "");
      }
      return root.isPresent();
    } catch (MissingObjectException e) {
      return false;
    }
  }

  private List<String> lines() throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1).lines().toList();
    }
  }
}
