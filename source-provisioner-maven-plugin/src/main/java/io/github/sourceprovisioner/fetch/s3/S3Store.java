package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.fetch.s3.credentials.KeyRing;
import io.github.sourceprovisioner.fetch.s3.credentials.Machine;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.objects.Listing;
import io.github.sourceprovisioner.web.objects.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** What the fetcher does once it has to ask: finds out what a location means, and brings it. */
final class S3Store implements ObjectStore {

  private static final String ETAG = "etag:";

  private final Machine machine;
  private final InstantSource clock;
  private final KeyRing keys;
  private final BucketRegions regions = new BucketRegions();

  S3Store(Machine machine, InstantSource clock) {
    this.machine = machine;
    this.clock = clock;
    this.keys = new KeyRing(machine, clock);
  }

  /** The store as this machine sees it. */
  static S3Store ofThisMachine() {
    return new S3Store(Machine.ofThisProcess(), InstantSource.system());
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    S3Session session = session(location, context);
    if (session.place().isPrefix()) {
      return moving(listed(session).revision());
    }
    try (S3Answer head = session.client().send(S3Request.head(session.place().key()))) {
      if (head.isTroubled()) {
        throw session.failures().of(head, S3Failures.Asked.LISTING);
      }
      return moving(head.error().isEmpty() ? revision(head) : listed(session).revision());
    }
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    S3Order order = new S3Order(location, revision, staging);
    S3Session session = session(location, context);
    if (revision.id().startsWith(Listing.REVISION)) {
      return new S3Tree(session, order).fetch(listed(session));
    }
    if (session.place().isPrefix()) {
      throw new InvalidStack(
          Problem.of("a version of a prefix, which has none")
              .advise("name one object, or leave out the parameter 'version'"));
    }
    return new S3Object(session, order).fetch();
  }

  /** What the ETag of a revision is; empty if the revision is a version. */
  static Optional<String> etag(Revision revision) {
    return Optional.of(revision.id())
        .filter(id -> id.startsWith(ETAG))
        .map(id -> id.substring(ETAG.length()));
  }

  /** A listing also says, other than an answer to HEAD, why access is refused. */
  private static Listing listed(S3Session session) throws IOException, InterruptedException {
    Listing listing = new S3Listing(session).read();
    if (listing.objects().isEmpty()) {
      throw session.failures().absent();
    }
    return listing;
  }

  private static String revision(S3Answer head) {
    return head.version()
        .or(() -> head.etag().map(ETAG::concat))
        .orElseThrow(
            () ->
                new UnknownSource(
                    Problem.of("the store gives the object neither a version nor an ETag")
                        .advise("ask for the object with an https:// URL instead")));
  }

  private static Revision moving(String id) {
    return new Revision(id, Stability.MOVING, Optional.empty());
  }

  private S3Session session(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    Optional<String> profile = Optional.ofNullable(location.parameters().get("aws_profile"));
    Optional<URI> instead = machine.endpoint("S3");
    S3Place place = S3Place.of(location, instead, machine.region(profile));
    if (place.isPrefix() && (location.archive().isPresent() || location.checksum().isPresent())) {
      throw new InvalidStack(
          Problem.of("a prefix is no file, and has neither a format nor a checksum")
              .advise("name one object, or leave out 'archive' and 'checksum'"));
    }
    return new S3Session(place, keys.find(context, profile), context, clock, regions);
  }
}
