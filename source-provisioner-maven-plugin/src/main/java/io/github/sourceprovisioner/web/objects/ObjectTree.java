package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.TreeEntry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The files that a listing stands for, by their path below the wanted directory. A store takes
 * every name for a key; here only such come through that stay below the directory that they are
 * written to. What else a name must not be is for the receiver of the tree to say.
 */
public final class ObjectTree {

  /** As many as a tree may have; so that nothing is downloaded for one that has more. */
  private static final int MOST_FILES = 200_000;

  private static final long MOST_BYTES = 10L << 30;
  private static final Pattern UNSAFE = Pattern.compile("[\\\\\\p{Cc}]");

  private ObjectTree() {}

  /**
   * The files below a directory of a listing. Objects whose key ends with a slash stand for
   * directories, and are left out.
   *
   * @param subdir below the prefix of the listing, {@code /} between segments, which may be globs;
   *     empty means all
   * @throws SourceNotFound if there is nothing
   * @throws IntegrityMismatch if a key would be no path below a directory, two keys cannot be files
   *     at once, or there is far too much
   */
  public static SortedMap<String, StoredObject> of(Listing listing, String subdir) {
    String start = new ListedDirectory(listing).start(subdir);
    SortedMap<String, StoredObject> files = new TreeMap<>();
    for (StoredObject object : listing.objects()) {
      if (object.key().startsWith(start) && !object.key().endsWith("/")) {
        files.put(checked(object.key().substring(start.length())), object);
      }
    }
    if (files.isEmpty()) {
      throw absent(listing);
    }
    refuseClashes(files.keySet());
    refuseBombs(files);
    return files;
  }

  /**
   * The path, if it leads to a file below a directory.
   *
   * @throws IntegrityMismatch if it does not
   */
  public static String checked(String path) {
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw unsafe(path);
      }
    }
    if (UNSAFE.matcher(path).find()) {
      throw unsafe(path);
    }
    return path;
  }

  /** Also names that are one on a disk that ignores case: one would overwrite the other. */
  private static void refuseClashes(Set<String> paths) {
    Set<String> files = new HashSet<>();
    for (String path : paths) {
      if (!files.add(path.toLowerCase(Locale.ROOT))) {
        throw clash(path);
      }
    }
    for (String path : paths) {
      String lower = path.toLowerCase(Locale.ROOT);
      for (int end = lower.indexOf('/'); end >= 0; end = lower.indexOf('/', end + 1)) {
        if (files.contains(lower.substring(0, end))) {
          throw clash(path.substring(0, end));
        }
      }
    }
  }

  private static void refuseBombs(SortedMap<String, StoredObject> files) {
    long total = files.values().stream().mapToLong(StoredObject::size).sum();
    long longest = files.values().stream().mapToLong(StoredObject::size).max().orElse(0);
    if (files.size() > MOST_FILES || total > MOST_BYTES || longest > TreeEntry.LONGEST) {
      throw new IntegrityMismatch(
          Problem.of(
                  "too much below the prefix: %d objects with %d bytes"
                      .formatted(files.size(), total))
              .advise("name a subdirectory of the source (//path) that holds only what is needed"));
    }
  }

  private static SourceNotFound absent(Listing listing) {
    return new SourceNotFound(
        Problem.of("no objects with the prefix " + show(listing.prefix()))
            .advise("check the spelling; case counts"));
  }

  private static IntegrityMismatch unsafe(String path) {
    return new IntegrityMismatch(
        Problem.of("an object whose key is no path below a directory: " + show(path))
            .advise("rename the object, or name a subdirectory of the source without it"));
  }

  private static IntegrityMismatch clash(String path) {
    return new IntegrityMismatch(
        Problem.of("two objects that cannot both be files: " + show(path))
            .advise("rename one of them: one key is the start of the other, or differs in case"));
  }

  private static String show(String text) {
    String shown = text.length() > 120 ? text.substring(0, 120) + "…" : text;
    return Redaction.redact(shown.isEmpty() ? "''" : shown);
  }
}
