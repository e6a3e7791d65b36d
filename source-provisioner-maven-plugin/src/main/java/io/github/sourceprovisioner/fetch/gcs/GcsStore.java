package io.github.sourceprovisioner.fetch.gcs;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.gcs.credentials.Machine;
import io.github.sourceprovisioner.fetch.gcs.credentials.TokenPurse;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.objects.ObjectStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** What the fetcher does once it has to ask. */
final class GcsStore implements ObjectStore {

  private final Machine machine;
  private final InstantSource clock;
  private final TokenPurse tokens;

  GcsStore(Machine machine, InstantSource clock) {
    this.machine = machine;
    this.clock = clock;
    this.tokens = new TokenPurse(machine, clock);
  }

  /** The store as this machine sees it. */
  static GcsStore ofThisMachine() {
    return new GcsStore(Machine.ofThisProcess(), InstantSource.system());
  }

  /**
   * What the location means now: an object if there is one, else a prefix. A listing also says why
   * an object is refused.
   */
  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    GcsSession session = session(location, context);
    Optional<String> generation =
        session.place().isPrefix()
            ? Optional.empty()
            : session.client().generation(session.place().object());
    String id =
        generation.isPresent() ? generation.get() : new GcsListing(session).read().revision();
    return new Revision(id, Stability.MOVING, Optional.empty());
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    return new GcsContent(session(location, context), location, staging).fetch(revision);
  }

  /** What a call for a location works with. */
  private GcsSession session(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    GcsPlace place = GcsPlace.of(location, machine.emulator().orElse(machine.storage()));
    if (place.isPrefix() && (location.archive().isPresent() || location.checksum().isPresent())) {
      throw new InvalidStack(
          Problem.of("a prefix is no file, and has neither a format nor a checksum")
              .advise("name one object, or leave out 'archive' and 'checksum'"));
    }
    return new GcsSession(place, tokens.find(context), context, clock);
  }
}
