package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What the URI says about submodules. They are never missing without a word (reference, faults H1):
 * whoever says nothing is told.
 */
public enum SubmoduleChoice {
  /** {@code submodules=true}: they are fetched. */
  FETCH,
  /** {@code submodules=false}: they are left out, and a warning names each. */
  LEAVE_OUT,
  /** Nothing is said: needing one is an error. */
  REFUSE;

  private static final int SHOWN = 5;

  /** The choice that the parameters of a location make. */
  public static SubmoduleChoice of(Map<String, String> parameters) {
    return switch (parameters.getOrDefault("submodules", "")) {
      case "true" -> FETCH;
      case "false" -> LEAVE_OUT;
      default -> REFUSE;
    };
  }

  /**
   * What to tell the user about submodules whose content does not come.
   *
   * @param links those that the wanted directory needs
   * @return a warning for each; empty if they are fetched
   * @throws UnknownSource if the user has to choose, or if what is wanted is in one of them
   */
  public List<String> judge(Collection<Gitlink> links) {
    if (links.isEmpty() || this == FETCH) {
      return List.of();
    }
    for (Gitlink link : links) {
      if (link.mount().isEmpty()) {
        throw refused(link);
      }
    }
    List<String> names = links.stream().map(link -> Hostile.shown(link.path())).toList();
    if (this == REFUSE) {
      throw refused(names);
    }
    return names.stream().map(name -> name + " is a submodule and is left out").toList();
  }

  /** One that is all of what is wanted: nothing would be left without it. */
  private UnknownSource refused(Gitlink around) {
    String wanted = "the wanted directory is in the submodule " + Hostile.shown(around.path());
    Problem problem =
        this == REFUSE
            ? Problem.of(wanted + ", which is fetched only if the URI says so")
                .advise("add submodules=true to the URI, so that it is fetched")
            : Problem.of(wanted + ", and the URI leaves it out")
                .advise("write submodules=true in the URI, in place of submodules=false");
    return new UnknownSource(
        problem.advise("use the repository of the submodule as a source of its own"));
  }

  private static UnknownSource refused(List<String> names) {
    String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
    return new UnknownSource(
        Problem.of(
                "the content of "
                    + shown
                    + (names.size() > SHOWN ? ", …" : "")
                    + " is in submodules, which are fetched only if the URI says so")
            .advise("add submodules=true to the URI, so that they are fetched, too")
            .advise("add submodules=false to the URI, so that they are left out")
            .advise("choose a subdirectory without submodules"));
  }
}
