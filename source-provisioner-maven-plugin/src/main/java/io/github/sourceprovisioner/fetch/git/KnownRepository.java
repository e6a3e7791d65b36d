package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.fetch.git.wire.Greeting;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What one run expects of one repository, and has learned of it. */
final class KnownRepository {

  /**
   * How a host answers over HTTP, and where; asked once a run.
   *
   * @param moved whether that is another place than before, for good
   */
  record Service(Greeting greeting, String base, boolean moved) {}

  /** With more, asking for all tags and branches costs less than naming those that are wanted. */
  private static final int MOST_NAMES = 30;

  private final Set<Optional<String>> expected = new HashSet<>();
  private RefView refs = RefView.NOTHING;
  private Optional<Service> service = Optional.empty();
  private boolean moveIsTold;

  /** The run may ask what this ref means. */
  synchronized void expect(Optional<String> ref) {
    expected.add(ref);
  }

  /** What to ask for to know all that is expected; full names are always named. */
  synchronized Set<String> prefixes() {
    Set<String> prefixes = new TreeSet<>();
    expected.forEach(ref -> prefixes.addAll(RefView.prefixes(ref)));
    if (expected.stream().flatMap(Optional::stream).filter(KnownRepository::isShort).count()
        > MOST_NAMES) {
      prefixes.removeIf(prefix -> RefView.LIST.stream().anyMatch(prefix::startsWith));
      prefixes.addAll(RefView.LIST);
    }
    return prefixes;
  }

  private static boolean isShort(String ref) {
    return !ref.startsWith("refs/");
  }

  synchronized RefView refs() {
    return refs;
  }

  synchronized void learn(RefView view) {
    refs = view;
  }

  /** Where the repository answers: at its URL, or where a redirect led. */
  synchronized String base(GitUrl url) {
    return service.map(Service::base).orElse(url.text());
  }

  /** Where the repository has moved to for good; present once a run, for whoever tells it. */
  synchronized Optional<String> newPlace() {
    Optional<String> place = service.filter(Service::moved).map(Service::base);
    Optional<String> untold = place.filter(there -> !moveIsTold);
    moveIsTold = moveIsTold || place.isPresent();
    return untold;
  }

  synchronized Optional<Service> service() {
    return service;
  }

  synchronized void learn(Service found) {
    service = Optional.of(found);
  }

  /** The host did not do what it had promised: it is asked again. */
  synchronized void forgetService() {
    service = Optional.empty();
  }
}
