package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.TransferListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All errands to one place: first what each of them means, then in one go what they lack, then the
 * snapshots. So a host is asked a few times however many components it serves. Used once, by one
 * thread.
 */
final class Round {

  private final Courier courier;
  private final Courier.Need need;
  private final Map<SourceLocation, Delivery> deliveries = new LinkedHashMap<>();

  Round(Courier courier, Courier.Need need) {
    this.courier = courier;
    this.need = need;
  }

  /** One errand whose content a workdir lacks. */
  record Stop(Errand errand, Revision revision, FetchSession session) {

    private Source source() {
      return new Source(errand.fetcher(), errand.location().url(), errand.requester());
    }
  }

  /**
   * A place has several URLs, and one host is asked by one of them, as one requester, at a time.
   */
  private record Source(Fetcher fetcher, String url, Requester requester) {}

  /**
   * What became of every errand.
   *
   * @param errands to one place; not empty
   */
  Map<SourceLocation, Delivery> run(List<Errand> errands) throws InterruptedException {
    TransferListener transfers = courier.rooms().ports().transfers();
    transfers.opened(errands.get(0).location().url());
    try {
      return settleAll(errands);
    } finally {
      transfers.closed();
    }
  }

  private Map<SourceLocation, Delivery> settleAll(List<Errand> errands)
      throws InterruptedException {
    announce(errands);
    Map<Source, List<Stop>> lacking = new LinkedHashMap<>();
    for (Errand errand : errands) {
      ask(errand)
          .ifPresent(
              stop ->
                  lacking.computeIfAbsent(stop.source(), source -> new ArrayList<>()).add(stop));
    }
    for (List<Stop> stops : lacking.values()) {
      bring(stops);
    }
    return deliveries;
  }

  private static void announce(List<Errand> errands) {
    errands.stream()
        .collect(
            Collectors.groupingBy(
                Errand::fetcher,
                LinkedHashMap::new,
                Collectors.mapping(Errand::location, Collectors.toList())))
        .forEach(Fetcher::expect);
  }

  /** Finds the revision; present if the content is wanted, too. */
  private Optional<Stop> ask(Errand errand) throws InterruptedException {
    FetchSession session = courier.session(errand);
    Optional<Revision> found = Optional.empty();
    try {
      Revision revision = courier.resolve(errand, session);
      found = Optional.of(revision);
      if (need.of(errand, revision)) {
        return Optional.of(new Stop(errand, revision, session));
      }
      settle(errand, new Delivery.NotNeeded(revision, session.traffic()));
    } catch (ProvisioningException e) {
      settle(errand, new Delivery.Failed(found, e, session.traffic()));
    }
    return Optional.empty();
  }

  private void bring(List<Stop> stops) throws InterruptedException {
    try {
      courier.gather(stops);
    } catch (ProvisioningException e) {
      stops.forEach(stop -> settle(stop.errand(), failed(stop, e)));
      return;
    }
    for (Stop stop : stops) {
      settle(stop.errand(), courier.deliver(stop));
    }
  }

  private void settle(Errand errand, Delivery delivery) {
    deliveries.put(errand.location(), delivery);
  }

  private static Delivery failed(Stop stop, ProvisioningException reason) {
    return new Delivery.Failed(Optional.of(stop.revision()), reason, stop.session().traffic());
  }
}
