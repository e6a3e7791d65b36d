package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.SegmentGlob;
import java.util.List;
import java.util.stream.Collectors;

/** The subdirectory that a location wants, among those that the keys of a listing make up. */
record ListedDirectory(Listing listing) {

  private static final int SHOWN = 10;

  /**
   * The start of all keys in a subdirectory, with a slash at its end unless it is empty.
   *
   * @param subdir {@code /} between segments, each of which may be a glob; empty means all
   * @throws SourceNotFound if there is no such directory
   * @throws InvalidStack if a glob is malformed or matches several
   */
  String start(String subdir) {
    String at = listing.prefix();
    for (String segment : subdir.isEmpty() ? new String[0] : subdir.split("/")) {
      at = at + child(at, segment, subdir) + "/";
    }
    return at;
  }

  private String child(String parent, String segment, String subdir) {
    List<String> children = children(parent);
    List<String> found =
        SegmentGlob.isGlob(segment)
            ? children.stream().filter(pattern(segment, subdir)::matches).toList()
            : children.stream().filter(segment::equals).toList();
    if (found.isEmpty()) {
      throw new SourceNotFound(
          Problem.of("no objects in the subdirectory " + Redaction.redact(subdir))
              .advise(
                  children.isEmpty()
                      ? "leave out the subdirectory: there is none"
                      : "pick one of " + shown(children)));
    }
    if (found.size() > 1) {
      throw new InvalidStack(
          Problem.of("the subdirectory %s matches several".formatted(Redaction.redact(subdir)))
              .advise("pick one of " + shown(found)));
    }
    return found.get(0);
  }

  private List<String> children(String parent) {
    return listing.objects().stream()
        .map(StoredObject::key)
        .filter(key -> key.startsWith(parent) && key.indexOf('/', parent.length()) > 0)
        .map(key -> key.substring(parent.length(), key.indexOf('/', parent.length())))
        .distinct()
        .sorted()
        .toList();
  }

  private static SegmentGlob pattern(String segment, String subdir) {
    try {
      return new SegmentGlob(segment);
    } catch (IllegalArgumentException e) {
      throw new InvalidStack(
          Problem.of("the subdirectory %s is no pattern".formatted(Redaction.redact(subdir)))
              .because(e)
              .advise("close the brackets, or put a backslash before them"));
    }
  }

  private static String shown(List<String> names) {
    return names.stream().limit(SHOWN).map(Redaction::redact).collect(Collectors.joining(", "));
  }
}
