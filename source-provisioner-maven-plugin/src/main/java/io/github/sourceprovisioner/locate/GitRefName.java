package io.github.sourceprovisioner.locate;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be asked of a git host: a name that {@code git check-ref-format --allow-onelevel} takes,
 * or a commit id. Options and revision expressions are refused (CVE-2026-4660).
 */
final class GitRefName {

  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\p{Cc} ~^:?*\\[\\\\]|\\.\\.|@\\{|//|^/|/$|\\.$|^@$");

  private GitRefName() {}

  /** The name itself, if it is one. */
  static String check(String ref, Refusals refusals) {
    if (ref.startsWith("-")) {
      throw refusals.invalid("a ref that starts with '-'", "name a tag, a branch or a commit id");
    }
    boolean badPart =
        Stream.of(ref.split("/")).anyMatch(p -> p.startsWith(".") || p.endsWith(".lock"));
    if (badPart || ref.isEmpty() || FORBIDDEN.matcher(ref).find()) {
      throw refusals.invalid(
          "a ref that git does not allow",
          "name a tag, a branch, refs/… or a commit id; HEAD~1 and the like are not supported");
    }
    return ref;
  }
}
