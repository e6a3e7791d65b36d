package io.github.sourceprovisioner.lock;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a revision stands in the lock file: the name says what kind of thing it is.
 *
 * @param name {@code commit}, {@code archive} or {@code revision}
 * @param value the revision; an {@code archive} has the name of its digest before it
 */
record RevisionField(String name, String value) {

  private static final String COMMIT = "commit";
  private static final String ARCHIVE = "archive";
  private static final String REVISION = "revision";
  private static final Pattern COMMIT_ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");
  private static final int SHA256_DIGITS = 64;

  static RevisionField of(LockEntry entry) {
    String id = entry.revision();
    if (entry.key().uri().startsWith("git::") && COMMIT_ID.matcher(id).matches()) {
      return new RevisionField(COMMIT, id);
    }
    String digest = (id.length() == SHA256_DIGITS ? "sha256:" : "sha512:") + id;
    return DIGEST.matcher(digest).matches()
        ? new RevisionField(ARCHIVE, digest)
        : new RevisionField(REVISION, id);
  }

  boolean isArchive() {
    return name.equals(ARCHIVE);
  }

  /** The names that a field of this kind can have. */
  static boolean isOne(String name) {
    return name.equals(COMMIT) || name.equals(ARCHIVE) || name.equals(REVISION);
  }

  /** The revision among the fields of an entry; empty unless there is exactly one that is sound. */
  static Optional<String> in(Map<String, String> fields) {
    if (fields.keySet().stream().filter(RevisionField::isOne).count() != 1) {
      return Optional.empty();
    }
    String archive = fields.get(ARCHIVE);
    if (archive != null) {
      return Optional.of(archive)
          .filter(DIGEST.asMatchPredicate())
          .map(digest -> digest.substring(digest.indexOf(':') + 1));
    }
    String commit = fields.get(COMMIT);
    return commit == null
        ? Optional.ofNullable(fields.get(REVISION)).filter(id -> !id.isBlank())
        : Optional.of(commit).filter(COMMIT_ID.asMatchPredicate());
  }
}
