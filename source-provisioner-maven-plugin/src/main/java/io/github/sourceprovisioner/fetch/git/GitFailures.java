package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fetch.git.wire.ProtocolError;
import io.github.sourceprovisioner.fetch.git.wire.Refusal;
import io.github.sourceprovisioner.model.TreeEntry;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.RemoteRepositoryException;

/**
 * Says in our own words what a transport meant. Its own messages hold URLs and what a server likes
 * to say; they stay in the cause.
 */
final class GitFailures {

  private GitFailures() {}

  /** The first exception of a type in the chain of causes. */
  static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }

  /**
   * The failure to throw for a transport that failed.
   *
   * @throws InterruptedException if this thread was asked to stop
   * @throws DamagedStore if the objects that were here before are to blame
   */
  static ProvisioningException explain(Exception e, GitSession session)
      throws InterruptedException, DamagedStore {
    session.requests().fail(e);
    if (Thread.interrupted()) {
      throw new InterruptedException("the transfer was stopped");
    }
    Optional<ProvisioningException> ours = find(e, ProvisioningException.class);
    if (ours.isPresent()) {
      return ours.get();
    }
    if (session.isOver()) {
      return new TransferFailed(
          Problem.of(
                  "the transfer took longer than " + session.context().timeout().toSeconds() + " s")
              .advise("raise -Dsource.timeout")
              .because(e));
    }
    return ofCause(e, session);
  }

  /** The failure for a commit that a host has not got, or shows to nobody. */
  static SourceNotFound notHandedOut(String commit) {
    return new SourceNotFound(
        Problem.of("the host does not hand out commit " + commit)
            .advise("check the commit id; one that no branch or tag reaches may be gone")
            .advise("pick a tag or a branch instead"));
  }

  /**
   * The failure for an object that this JVM cannot hold: a few bytes of a pack may stand for a
   * gigabyte. What was made of it is garbage by now, so that the build can go on.
   */
  static IntegrityMismatch tooLarge(OutOfMemoryError e) {
    return new IntegrityMismatch(
        Problem.of("an object of the pack does not fit into the memory of this JVM")
            .advise("raise -Xmx in .mvn/jvm.config")
            .because(e));
  }

  /** The failure for a file that is longer than any that a source may have. */
  static IntegrityMismatch tooLong(Exception e) {
    return new IntegrityMismatch(
        Problem.of("the repository holds a file of more than " + TreeEntry.LONGEST + " bytes")
            .advise("choose a subdirectory without it")
            .advise("publish the content as an archive, and use that as the source")
            .because(e));
  }

  private static SourceNotFound absent(Exception e) {
    return new SourceNotFound(
        Problem.of("no such repository")
            .advise("check the URL; a private repository looks the same without a credential")
            .because(e));
  }

  private static ProvisioningException ofCause(Exception e, GitSession session)
      throws DamagedStore {
    boolean cut = find(e, EOFException.class).isPresent();
    if (find(e, Refusal.class).isPresent()
        || find(e, RemoteRepositoryException.class).isPresent()
        || (find(e, NoRemoteRepositoryException.class).isPresent()
            && !(cut && session.url().isHttp()))) {
      return absent(e);
    }
    Optional<CorruptObjectException> corrupt = find(e, CorruptObjectException.class);
    if (corrupt.isPresent() && corrupt.get().getErrorType() != null) {
      return SafeNames.refused(corrupt.get(), "an object of this commit");
    }
    if (corrupt.isPresent() || find(e, MissingObjectException.class).isPresent()) {
      throw new DamagedStore(e);
    }
    if (find(e, ProtocolError.class).isPresent()
        || (find(e, PackProtocolException.class).isPresent() && !cut)) {
      return new SourceNotFound(
          Problem.of("no git repository answers at this URL")
              .advise("check the URL; a login page or a web site may stand there")
              .because(e));
    }
    return broken(e, session.url().authority());
  }

  private static TransferFailed broken(Exception e, String host) {
    Problem problem;
    if (find(e, UnknownHostException.class).isPresent()) {
      problem = Problem.of("there is no host " + host).advise("check the URL and the network");
    } else if (find(e, ConnectException.class).isPresent()) {
      problem = Problem.of(host + " cannot be reached").advise("check the network");
    } else if (find(e, SSLException.class).isPresent()) {
      problem =
          Problem.of("no trusted connection to " + host)
              .advise("add its certificate authority to the trust store of the JVM");
    } else {
      problem = Problem.of("the transfer from " + host + " broke off").advise("try again");
    }
    return new TransferFailed(
        problem.because(find(e, IOException.class).orElseThrow(() -> bug(e))));
  }

  /** A bug of ours or of the library must not look like a broken line. */
  private static RuntimeException bug(Exception e) {
    return e instanceof RuntimeException bug ? bug : new IllegalStateException(e);
  }
}
