package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import io.github.sourceprovisioner.fetch.azure.credentials.Holder;
import io.github.sourceprovisioner.fetch.azure.credentials.Machine;
import io.github.sourceprovisioner.fetch.azure.credentials.Proofs;
import io.github.sourceprovisioner.fetch.azure.proof.Proof;
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
final class AzureStore implements ObjectStore {

  private static final String ETAG = "etag:";
  private static final int ABSENT = 404;

  private final InstantSource clock;
  private final Proofs proofs;

  AzureStore(Machine machine, InstantSource clock) {
    this.clock = clock;
    this.proofs = new Proofs(machine, clock);
  }

  /** The store as this machine sees it. */
  static AzureStore ofThisMachine() {
    return new AzureStore(Machine.ofThisProcess(), InstantSource.system());
  }

  /**
   * What the location means now: a blob if there is one, else a prefix. Who is refused asks no
   * second time.
   */
  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    AzureSession session = session(location, context);
    Optional<String> blob = session.place().isPrefix() ? Optional.empty() : blob(session);
    String id = blob.isPresent() ? blob.get() : new AzureListing(session).read().revision();
    return new Revision(id, Stability.MOVING, Optional.empty());
  }

  /** What the ETag of a revision is; empty if the revision is a version. */
  static Optional<String> etag(Revision revision) {
    return Optional.of(revision.id())
        .filter(id -> id.startsWith(ETAG))
        .map(id -> id.substring(ETAG.length()));
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    return new AzureContent(session(location, context), location, staging).fetch(revision);
  }

  /** What a call for a location works with. */
  private AzureSession session(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    AzurePlace place = AzurePlace.of(location);
    if (place.isPrefix() && (location.archive().isPresent() || location.checksum().isPresent())) {
      throw new InvalidStack(
          Problem.of("a prefix is no file, and has neither a format nor a checksum")
              .advise("name one blob, or leave out 'archive' and 'checksum'"));
    }
    Optional<Proof> proof = proofs.find(new Holder(place.account(), place.endpoint()), context);
    context.note(proof.map(known -> "with the " + known).orElse("with no credential of Azure's"));
    return AzureSession.of(place, proof, context, clock);
  }

  private static Optional<String> blob(AzureSession session)
      throws IOException, InterruptedException {
    try (AzureAnswer head = session.client().send(AzureRequest.head(session.place().blob()))) {
      if (!head.isSuccess() && head.response().status() != ABSENT) {
        throw session.failures().of(head, AzureFailures.Asked.BLOB);
      }
      return head.isSuccess() && !head.isDirectory()
          ? Optional.of(revision(head))
          : Optional.empty();
    }
  }

  private static String revision(AzureAnswer head) {
    return head.version()
        .or(() -> head.etag().map(ETAG::concat))
        .orElseThrow(
            () ->
                new UnknownSource(
                    Problem.of("the store gives the blob neither a version nor an ETag")
                        .advise("ask for the blob with an https:// URL instead")));
  }
}
