package io.github.sourceprovisioner.archive;

import io.github.sourceprovisioner.model.TreeEntry;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules for the names in a tree: each by itself, and beside the others. */
public final class TreeRules {

  private static final String ADVICE =
      "rename them in the source, or name a subdirectory of it (//path) that does without them;"
          + " a name that cannot be written here may need LC_ALL=C.UTF-8";

  private final Offenders offenders = new Offenders();

  /** The spelling of every directory that an entry implies. */
  private final Set<String> directories = new HashSet<>();

  /** Folded path to the spelling that came first, directories included. */
  private final Map<String, String> spellings = new HashMap<>();

  private final Limits limits;

  private TreeRules(Limits limits) {
    this.limits = limits;
  }

  /**
   * Refuses a tree with a name that is unsafe anywhere or means something else elsewhere, with two
   * entries that are one on some file system, or with more or larger files than the limits allow.
   * Sizes that are not known yet pass.
   *
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch naming everything that offends
   */
  public static void check(List<TreeEntry> entries, Limits limits) {
    breaches(entries, Set.of(), limits)
        .report("names that not every system can keep apart or write", ADVICE);
  }

  /**
   * The same, for a tree that may also tell of directories; whatever breaks a rule is collected
   * only.
   *
   * @param told directories that may be empty
   */
  static Offenders breaches(List<TreeEntry> entries, Collection<String> told, Limits limits) {
    limits.checkEntries((long) entries.size() + told.size());
    TreeRules rules = new TreeRules(limits);
    for (String directory : told) {
      PathRules.breach(directory).ifPresent(reason -> rules.offenders.add(directory, reason));
      rules.addDirectories(directory + "/", entries.size());
    }
    rules.checkAll(entries);
    return rules.offenders;
  }

  private void checkAll(List<TreeEntry> entries) {
    long total = 0;
    for (TreeEntry entry : entries) {
      PathRules.breach(entry.path()).ifPresent(reason -> offenders.add(entry.path(), reason));
      limits.checkFile(entry.path(), entry.size());
      total = Math.addExact(total, Math.max(0, entry.size()));
      limits.checkTotal(total);
      addDirectories(entry.path(), entries.size());
    }
    entries.forEach(entry -> addEntry(entry.path()));
  }

  private void addDirectories(String path, int files) {
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      String directory = path.substring(0, slash);
      if (!directories.add(directory)) {
        return;
      }
      limits.checkEntries((long) files + directories.size());
      String other = spellings.putIfAbsent(folded(directory), directory);
      if (other != null && !other.equals(directory)) {
        offenders.add(directory, "the same as " + Offenders.show(other) + " on some systems");
      }
    }
  }

  private void addEntry(String path) {
    String other = spellings.putIfAbsent(folded(path), path);
    if (other == null) {
      return;
    }
    if (!other.equals(path)) {
      offenders.add(path, "the same as " + Offenders.show(other) + " on some systems");
    } else {
      offenders.add(path, directories.contains(path) ? "a file and a directory" : "twice");
    }
  }

  /** One form for all spellings that HFS+, APFS or NTFS take for one name. */
  private static String folded(String path) {
    if (path.chars().allMatch(c -> c < 0x80)) {
      return path.toLowerCase(Locale.ROOT);
    }
    String composed = Normalizer.normalize(path, Normalizer.Form.NFC);
    String lower = composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFC);
  }
}
