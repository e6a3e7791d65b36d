package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a ref means, given what the repository advertises: a full name as written; else an exact
 * tag, then a branch, a name that is both being an error; else {@code origin/<branch>}; else an
 * abbreviated commit id. Pure, and never a revision expression.
 */
final class RefChoice {

  private static final String HEAD = "HEAD";
  private static final String HEADS = "refs/heads/";
  private static final String TAGS = "refs/tags/";
  private static final String ORIGIN = "origin/";

  private final Advertisement advertised;

  RefChoice(Advertisement advertised) {
    this.advertised = advertised;
  }

  /**
   * The commit that a ref means now.
   *
   * @param ref empty, or {@code HEAD}, means the default branch
   * @throws SourceNotFound if there is no such ref; the advice names the nearest ones
   * @throws InvalidStack if the ref can mean several things
   */
  Revision choose(Optional<String> ref) {
    String name = ref.orElse(HEAD);
    return find(ref)
        .or(() -> RefName.isShortId(name) ? abbreviated(name) : none())
        .orElseThrow(() -> name.equals(HEAD) ? withoutHead() : unknown(name));
  }

  /**
   * The commit that a ref means now by its name; empty if no advertised ref has that name.
   *
   * @param ref empty, or {@code HEAD}, means the default branch
   * @throws InvalidStack if the ref can mean several things
   */
  Optional<Revision> find(Optional<String> ref) {
    String name = ref.orElse(HEAD);
    if (name.equals(HEAD)) {
      return defaultBranch();
    }
    if (RefName.isFullId(name)) {
      return Optional.of(
          new Revision(name.toLowerCase(Locale.ROOT), Stability.FIXED, Optional.empty()));
    }
    return named(name)
        .or(() -> name.startsWith(ORIGIN) ? branch(name.substring(ORIGIN.length())) : none());
  }

  private Optional<Revision> defaultBranch() {
    Optional<String> name = advertised.defaultBranch().or(() -> Optional.of(HEAD));
    return advertised.head().map(id -> new Revision(id, Stability.MOVING, name));
  }

  private SourceNotFound withoutHead() {
    if (advertised.ids().isEmpty()) {
      return new SourceNotFound(
          Problem.of("the repository is empty")
              .advise("push a commit to it, or check that the URL names the right repository"));
    }
    return new SourceNotFound(
        Problem.of("the repository has no default branch")
            .advise("add a version; " + new RefSuggestion(advertised).pick("main")));
  }

  private Optional<Revision> named(String name) {
    if (name.startsWith("refs/")) {
      return exactly(name);
    }
    Optional<Revision> tag = exactly(TAGS + name);
    Optional<Revision> branch = branch(name);
    if (tag.isPresent() && branch.isPresent()) {
      throw new InvalidStack(
          Problem.of("both a tag and a branch have the name " + name)
              .advise("write " + TAGS + name + " for the tag")
              .advise("write " + HEADS + name + " for the branch"));
    }
    return tag.or(() -> branch);
  }

  private Optional<Revision> branch(String name) {
    return exactly(HEADS + name);
  }

  private Optional<Revision> exactly(String fullName) {
    Stability stability = fullName.startsWith(TAGS) ? Stability.TAG : Stability.MOVING;
    return advertised.id(fullName).map(id -> new Revision(id, stability, Optional.of(fullName)));
  }

  private Optional<Revision> abbreviated(String name) {
    String start = name.toLowerCase(Locale.ROOT);
    List<String> found =
        new TreeSet<>(advertised.ids().values())
            .stream().filter(id -> id.startsWith(start)).toList();
    if (found.size() == 1) {
      return Optional.of(new Revision(found.get(0), Stability.FIXED, Optional.empty()));
    }
    String problem =
        found.isEmpty()
            ? "no tag or branch stands at a commit " + name + ", and hosts know full ids only"
            : "several commits start with " + name;
    Problem asked = Problem.of(problem).advise("write all 40 digits of the commit id");
    throw found.isEmpty() ? new SourceNotFound(asked) : new InvalidStack(asked);
  }

  private SourceNotFound unknown(String name) {
    return new SourceNotFound(
        Problem.of("no such tag or branch").advise(new RefSuggestion(advertised).pick(name)));
  }

  private static Optional<Revision> none() {
    return Optional.empty();
  }
}
