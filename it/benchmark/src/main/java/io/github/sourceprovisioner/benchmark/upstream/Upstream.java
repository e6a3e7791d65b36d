package io.github.sourceprovisioner.benchmark.upstream;

import io.github.sourceprovisioner.benchmark.process.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A bare repository that sources come from, and the components and tags of it that are measured.
 * The choice depends on the repository alone.
 *
 * @param repository the bare repository
 * @param scratch where commands may print
 */
public record Upstream(Path repository, Path scratch) {

  /** How far back the tags lie that are measured. */
  private static final int RECENT = 100;

  /**
   * A component at a tag.
   *
   * @param directory its path in the repository
   */
  public record Version(String directory, String tag) {}

  /**
   * A component that the next tag changes.
   *
   * @param before a tag
   * @param after the next one
   */
  public record Change(Version before, Version after) {}

  /** Its last name, as it stands in URLs. */
  public String name() {
    return repository.getFileName().toString();
  }

  /** Every tag, the oldest first. */
  public List<String> tags() throws IOException, InterruptedException {
    return git("for-each-ref", "--sort=creatordate", "--format=%(refname:short)", "refs/tags");
  }

  /** Components at some of the newest tags: the same ones at each. */
  public List<Version> versions(int components, int tags) throws IOException, InterruptedException {
    List<String> all = tags();
    List<String> recent = all.subList(Math.max(0, all.size() - RECENT), all.size());
    List<String> chosen = spread(recent, tags);
    TreeSet<String> common = new TreeSet<>(components(chosen.get(0)));
    for (String tag : chosen) {
      common.retainAll(components(tag));
    }
    List<Version> versions = new ArrayList<>();
    for (String tag : chosen) {
      spread(common, components).forEach(directory -> versions.add(new Version(directory, tag)));
    }
    return versions;
  }

  /** The newest change of a component from one tag to the next. */
  public Change change() throws IOException, InterruptedException {
    List<String> tags = tags();
    for (int i = tags.size() - 1; i > 0; i--) {
      String before = tags.get(i - 1);
      String after = tags.get(i);
      TreeSet<String> changed = new TreeSet<>(components(after));
      changed.retainAll(components(before));
      changed.retainAll(parents(git("diff", "--name-only", before, after)));
      if (!changed.isEmpty()) {
        String directory = changed.first();
        return new Change(new Version(directory, before), new Version(directory, after));
      }
    }
    throw new IOException("no tag of " + repository + " changes a component");
  }

  /**
   * The size of a pack of what a change brings: the commit, the directories of the whole
   * repository, and the files of the component, as far as they are new.
   */
  public long newBytes(Change change) throws IOException, InterruptedException {
    String below = change.after().directory() + "/";
    TreeSet<String> ids = new TreeSet<>();
    ids.addAll(git("rev-parse", change.after().tag()));
    ids.addAll(git("rev-parse", change.after().tag() + "^{commit}"));
    ids.addAll(git("rev-parse", change.after().tag() + "^{tree}"));
    for (String line :
        git("diff-tree", "-r", "-t", "--raw", change.before().tag(), change.after().tag())) {
      String[] parts = line.split("[ \t]", 6);
      if (parts[1].equals("040000") || parts[5].startsWith(below)) {
        ids.add(parts[3]);
      }
    }
    ids.removeIf(id -> id.matches("0+"));
    Files.createDirectories(scratch);
    Path list = Files.write(scratch.resolve("ids"), ids);
    Path pack = scratch.resolve("changed.pack");
    String pipe = "git -C \"$1\" pack-objects -q --stdout < \"$2\" > \"$3\"";
    new Command(
            scratch,
            "sh",
            "-c",
            pipe,
            "sh",
            repository.toString(),
            list.toString(),
            pack.toString())
        .run();
    return Files.size(pack);
  }

  /** The directories that hold configuration files directly; modules of others are not followed. */
  private Collection<String> components(String tag) throws IOException, InterruptedException {
    List<String> files =
        git("ls-tree", "-r", "--name-only", tag).stream().filter(f -> f.contains("/")).toList();
    List<String> configurations = files.stream().filter(f -> f.endsWith(".tf")).toList();
    TreeSet<String> directories =
        new TreeSet<>(parents(configurations.isEmpty() ? files : configurations));
    TreeSet<String> alone = new TreeSet<>(directories);
    alone.removeAll(parents(callers(tag)));
    return alone.isEmpty() ? directories : alone;
  }

  private List<String> callers(String tag) throws IOException, InterruptedException {
    // Nothing found is no error here.
    String grep = "git -C \"$1\" grep -l '^module ' \"$2\" -- '*.tf' || test $? = 1";
    return new Command(scratch, "sh", "-c", grep, "sh", repository.toString(), tag)
        .lines().stream().map(line -> line.substring(line.indexOf(':') + 1)).toList();
  }

  private static Collection<String> parents(List<String> files) {
    return files.stream()
        .filter(file -> file.contains("/"))
        .map(file -> file.substring(0, file.lastIndexOf('/')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> spread(Collection<String> all, int count) {
    List<String> list = List.copyOf(all);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < Math.min(count, list.size()); i++) {
      chosen.add(list.get((int) ((long) i * list.size() / Math.min(count, list.size()))));
    }
    return chosen;
  }

  private List<String> git(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("git", "-C", repository.toString()));
    all.addAll(List.of(words));
    return new Command(scratch, all.toArray(String[]::new)).lines();
  }
}
