package io.github.sourceprovisioner.mojo.maven.repository;

import io.github.sourceprovisioner.model.Redaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.transfer.NoRepositoryConnectorException;
import org.jspecify.annotations.Nullable;

/**
 * What one repository had to say instead of an answer.
 *
 * @param id the repository's; {@code local} if it is none of the remote ones
 * @param repository its id and URL, without secrets
 * @param text the words of the resolver, without secrets
 */
record Trouble(Kind kind, String id, String repository, String text, Exception reason) {

  /** What kind it is, the worst first. */
  enum Kind {
    CORRUPT,
    DENIED,
    BLOCKED,
    SILENT,
    ABSENT
  }

  /**
   * How the transports say that they were refused. Their classes are hidden from plugins, and each
   * Maven has others.
   */
  private static final Pattern REFUSED = Pattern.compile("(?i)(code|status)\\D{0,10}(401|403)\\b");

  private static final Set<String> REFUSALS =
      Set.of("AuthorizationException", "AuthenticationException");

  /** The troubles among exceptions of the resolver. */
  static List<Trouble> all(List<Exception> reasons) {
    return reasons.stream().map(Trouble::of).toList();
  }

  private static Trouble of(Exception reason) {
    RemoteRepository place = place(reason);
    List<Throwable> chain = chain(reason);
    Throwable last = chain.get(chain.size() - 1);
    String text = last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    String id = place == null ? "local" : place.getId();
    String shown = place == null ? id : id + " (" + Redaction.redact(place.getUrl()) + ")";
    String line = Redaction.redact(text.lines().findFirst().orElse("").strip());
    return new Trouble(kind(reason, chain), id, shown, line, reason);
  }

  /** Whether it is of a repository. */
  boolean isOf(String repositoryId) {
    return id.equals(repositoryId);
  }

  private static Kind kind(Exception reason, List<Throwable> chain) {
    if (chain.stream().anyMatch(ChecksumFailureException.class::isInstance)) {
      return Kind.CORRUPT;
    }
    if (chain.stream().anyMatch(Trouble::isRefusal)) {
      return Kind.DENIED;
    }
    if (chain.stream().anyMatch(NoRepositoryConnectorException.class::isInstance)) {
      return Kind.BLOCKED;
    }
    boolean absent =
        reason instanceof ArtifactNotFoundException || reason instanceof MetadataNotFoundException;
    return absent ? Kind.ABSENT : Kind.SILENT;
  }

  private static boolean isRefusal(Throwable link) {
    return REFUSALS.contains(link.getClass().getSimpleName())
        || (link.getMessage() != null && REFUSED.matcher(link.getMessage()).find());
  }

  private static @Nullable RemoteRepository place(Exception reason) {
    if (reason instanceof ArtifactTransferException artifact) {
      return artifact.getRepository();
    }
    return reason instanceof MetadataTransferException metadata ? metadata.getRepository() : null;
  }

  private static List<Throwable> chain(Exception reason) {
    List<Throwable> chain = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable link = reason; link != null && seen.add(link); link = link.getCause()) {
      chain.add(link);
    }
    return chain;
  }
}
