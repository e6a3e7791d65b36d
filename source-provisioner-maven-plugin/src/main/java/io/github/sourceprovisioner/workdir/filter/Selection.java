package io.github.sourceprovisioner.workdir.filter;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.TreeEntry;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses the entries of a snapshot that come into a workdir, as Atmos does: a pattern that
 * excludes a directory excludes everything below it, exclusion wins, inclusion looks at files only,
 * and nothing that is named {@code .git} ever comes along.
 */
public final class Selection {

  private final List<Glob> included;
  private final List<Glob> excluded;

  private Selection(List<Glob> included, List<Glob> excluded) {
    this.included = included;
    this.excluded = excluded;
  }

  /**
   * The choice that filters mean. Pure, so that bad patterns are found before anything is fetched.
   *
   * @throws InvalidStack if a pattern cannot be meant
   */
  public static Selection of(Filters filters) {
    return new Selection(
        globs("included_paths", filters.included()), globs("excluded_paths", filters.excluded()));
  }

  private static List<Glob> globs(String key, List<String> patterns) {
    return patterns.stream().map(pattern -> glob(key, pattern)).toList();
  }

  private static Glob glob(String key, String pattern) {
    try {
      return Glob.parse(pattern);
    } catch (IllegalArgumentException e) {
      throw new InvalidStack(
          Problem.of(key + ": the pattern \"" + pattern + "\" " + e.getMessage())
              .because(e)
              .advise(
                  "write a pattern that starts at the root of the source, without a leading slash"
                      + " and without \"..\", such as \"modules/**/*.tf\""));
    }
  }

  /**
   * The chosen entries, sorted by path.
   *
   * @throws SourceNotFound if there was nothing to choose from
   * @throws InvalidStack if the patterns choose nothing
   */
  public List<TreeEntry> select(List<TreeEntry> entries) {
    Map<String, Boolean> known = new HashMap<>();
    List<TreeEntry> chosen =
        entries.stream()
            .filter(entry -> !isExcluded(entry.path(), known) && isIncluded(entry.path()))
            .sorted(Comparator.comparing(TreeEntry::path))
            .toList();
    if (chosen.isEmpty()) {
      throw included.isEmpty() && excluded.isEmpty() ? emptySource() : emptyChoice(entries.size());
    }
    return chosen;
  }

  private boolean isIncluded(String path) {
    return included.isEmpty() || included.stream().anyMatch(glob -> glob.matches(path));
  }

  private boolean isExcluded(String path, Map<String, Boolean> known) {
    Boolean before = known.get(path);
    if (before != null) {
      return before;
    }
    int slash = path.lastIndexOf('/');
    boolean result =
        path.substring(slash + 1).equalsIgnoreCase(".git")
            || (slash > 0 && isExcluded(path.substring(0, slash), known))
            || excluded.stream().anyMatch(glob -> glob.matches(path));
    known.put(path, result);
    return result;
  }

  private static SourceNotFound emptySource() {
    return new SourceNotFound(
        Problem.of("the source holds no files")
            .advise("check the subdirectory after // and the version of the source"));
  }

  private static InvalidStack emptyChoice(int files) {
    return new InvalidStack(
        Problem.of(
                "included_paths and excluded_paths choose none of the "
                    + files
                    + " files of the source")
            .advise(
                "write a pattern for files, such as \"modules/**\" for all below a directory;"
                    + " \"*\" does not cross a slash, and exclusion wins"));
  }
}
