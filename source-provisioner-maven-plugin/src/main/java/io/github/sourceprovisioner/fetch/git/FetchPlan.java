package io.github.sourceprovisioner.fetch.git;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;

/**
 * One way to ask a host for objects.
 *
 * @param ids the objects to ask for by id; empty means the tips that the host advertises
 * @param ref the full name of the ref that is expected to reach the objects
 * @param shallow without the history
 * @param withoutBlobs commits and trees only, for hosts that can filter
 */
record FetchPlan(Set<ObjectId> ids, Optional<String> ref, boolean shallow, boolean withoutBlobs) {

  FetchPlan {
    ids = Set.copyOf(ids);
  }

  /**
   * The ways to get one commit, the cheapest first: by id without the blobs (they are asked for
   * afterwards, those that are wanted), by id, through the tip of its ref (hosts of the old
   * protocol know tips only), and at last with the whole history.
   */
  static List<FetchPlan> forCommit(ObjectId commit, Optional<String> ref, boolean part) {
    Set<ObjectId> id = Set.of(commit);
    List<FetchPlan> plans = new ArrayList<>();
    if (part) {
      plans.add(new FetchPlan(id, ref, true, true));
    }
    plans.add(new FetchPlan(id, ref, true, false));
    if (ref.isPresent()) {
      plans.add(new FetchPlan(Set.of(), ref, true, false));
    }
    plans.add(new FetchPlan(Set.of(), ref, false, false));
    return plans;
  }

  /** A commit by id with all that came before it. */
  static FetchPlan withHistory(ObjectId commit) {
    return new FetchPlan(Set.of(commit), Optional.empty(), false, false);
  }

  /** Some blobs by id. */
  static FetchPlan forBlobs(Set<ObjectId> blobs) {
    return new FetchPlan(blobs, Optional.empty(), false, false);
  }

  /** Tells a transport what to leave out, and to check every object that comes. */
  void configure(Transport transport) throws PackProtocolException {
    transport.setObjectChecker(SafeNames.structure());
    transport.setTagOpt(TagOpt.NO_TAGS);
    if (withoutBlobs) {
      transport.setFilterSpec(FilterSpec.fromFilterLine("blob:none"));
    }
    if (shallow) {
      transport.setDepth(1);
    }
  }

  /** The only refs that the host has to list; a host of the old protocol lists all. */
  String refPrefix() {
    return ids.isEmpty() ? ref.orElse("refs/") : "refs/none/";
  }

  /** What to want from a host. */
  Collection<Ref> wants(FetchConnection connection) {
    if (!ids.isEmpty()) {
      return ids.stream().map(FetchPlan::unnamed).toList();
    }
    return connection.getRefs().stream().filter(this::isTip).toList();
  }

  private boolean isTip(Ref advertised) {
    String name = advertised.getName();
    return advertised.getObjectId() != null
        && ref.map(name::equals)
            .orElse(name.startsWith("refs/heads/") || name.startsWith("refs/tags/"));
  }

  private static Ref unnamed(ObjectId id) {
    return new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id);
  }
}
