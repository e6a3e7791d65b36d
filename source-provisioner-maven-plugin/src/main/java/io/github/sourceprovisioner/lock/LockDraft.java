package io.github.sourceprovisioner.lock;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.TreeDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One entry while it is read. */
final class LockDraft {

  private static final String TREE = "tree";
  private static final String FLOATING = "floating";
  private static final Set<String> OTHERS = Set.of("uri", "path", "version", "ref", FLOATING, TREE);
  private static final Pattern DIGEST = Pattern.compile(TreeDigest.PREFIX + "[0-9a-f]{64}");

  private final LockTrouble trouble;
  private final int line;
  private final Map<String, String> fields = new HashMap<>();

  LockDraft(LockTrouble trouble, int line) {
    this.trouble = trouble;
    this.line = line;
  }

  /** Where it starts, counted from 1. */
  int line() {
    return line;
  }

  void put(String name, String value, int number) {
    if (!OTHERS.contains(name) && !RevisionField.isOne(name)) {
      throw trouble.newer(number, "the field '" + name + "'");
    }
    if (fields.put(name, value) != null) {
      throw broken(number, "it has the field '" + name + "' twice in one entry");
    }
  }

  /** The entry, once all fields are there. */
  LockEntry entry() {
    LockKey key = new LockKey(required("uri"), required("path"), required("version"));
    String revision =
        RevisionField.in(fields)
            .orElseThrow(
                () ->
                    broken(
                        line, "its entry for " + key + " needs one commit, archive or revision"));
    String floating = fields.getOrDefault(FLOATING, "true");
    if (!floating.equals("true")) {
      throw broken(line, "floating can only be \"true\"");
    }
    return new LockEntry(
        key,
        Optional.ofNullable(fields.get("ref")),
        revision,
        fields.containsKey(FLOATING),
        tree(key));
  }

  private String tree(LockKey key) {
    String tree = required(TREE);
    if (DIGEST.matcher(tree).matches()) {
      return tree;
    }
    if (tree.isEmpty() || tree.startsWith(TreeDigest.PREFIX)) {
      throw broken(line, "the tree of " + key + " is no digest");
    }
    throw trouble.newer(line, "a digest of the kind '" + tree.replaceFirst(":.*", "") + "'");
  }

  private String required(String name) {
    return Optional.ofNullable(fields.get(name))
        .orElseThrow(() -> broken(line, "an entry has no field '" + name + "'"));
  }

  private InvalidStack broken(int number, String what) {
    return trouble.at(
        number,
        what,
        "restore it from version control, or delete it and lock anew with source:lock");
  }
}
