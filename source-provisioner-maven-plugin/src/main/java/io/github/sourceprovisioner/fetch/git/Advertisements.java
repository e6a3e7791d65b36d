package io.github.sourceprovisioner.fetch.git;

import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.jspecify.annotations.Nullable;

/** Makes plain advertisements of what JGit knows about refs. */
final class Advertisements {

  private static final String HEAD = "HEAD";

  private Advertisements() {}

  /** What a host said. */
  static Advertisement of(FetchConnection connection) {
    SortedMap<String, String> ids = new TreeMap<>();
    connection.getRefs().forEach(ref -> add(ids, ref));
    return withHead(ids, connection.getRef(HEAD));
  }

  /** What a repository on this machine holds. */
  static Advertisement of(Repository repository) throws IOException {
    SortedMap<String, String> ids = new TreeMap<>();
    for (Ref ref : repository.getRefDatabase().getRefs()) {
      add(ids, repository.getRefDatabase().peel(ref));
    }
    return withHead(ids, repository.exactRef(HEAD));
  }

  private static void add(SortedMap<String, String> ids, Ref ref) {
    ObjectId peeled = ref.getPeeledObjectId();
    ObjectId id = peeled == null ? ref.getObjectId() : peeled;
    if (id != null && ref.getName().startsWith("refs/")) {
      ids.put(ref.getName(), id.name());
    }
  }

  private static Advertisement withHead(SortedMap<String, String> ids, @Nullable Ref head) {
    if (head == null || head.getObjectId() == null) {
      return new Advertisement(ids, Optional.empty(), Optional.empty());
    }
    Optional<String> branch =
        head.isSymbolic() ? Optional.of(head.getTarget().getName()) : Optional.empty();
    return new Advertisement(ids, Optional.of(head.getObjectId().name()), branch);
  }
}
