package io.github.sourceprovisioner.fetch.git.ssh;

import static org.apache.sshd.common.SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED;
import static org.apache.sshd.common.SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.SshException;

/** Says in our own words why a host was not reached, or let nobody in. */
final class SshFailures {

  /** Hosts of OpenSSH hang up after as many keys that they do not know (MaxAuthTries). */
  private static final int PATIENCE_OF_HOSTS = 5;

  private SshFailures() {}

  /** The failure to throw for one of the library. */
  static ProvisioningException explain(Exception e, Handshake handshake) {
    if (e instanceof ProvisioningException ours) {
      return ours;
    }
    if (handshake.refusal().isPresent()) {
      return handshake.refusal().get();
    }
    int code = find(e, SshException.class).map(SshException::getDisconnectCode).orElse(0);
    if (code == SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE
        || (code != 0 && !handshake.attempts().isEmpty())) {
      return denied(e, handshake);
    }
    String place = handshake.login().place();
    if (code == SSH2_DISCONNECT_KEY_EXCHANGE_FAILED) {
      return new AccessDenied(
          Problem.of(place + " does not prove who it is in a way that is safe today")
              .advise("ask its owner for a host key of type ssh-ed25519, or a valid certificate")
              .advise("use the https URL of the repository")
              .because(e));
    }
    return new TransferFailed(unreachable(e, place).because(e));
  }

  private static AccessDenied denied(Exception e, Handshake handshake) {
    Login login = handshake.login();
    List<String> tried = handshake.attempts();
    String what =
        tried.isEmpty() ? ", and there is no key for it" : " with " + String.join(", ", tried);
    Problem problem =
        Problem.of(login.place() + " does not let " + login.shownUser() + " in" + what).because(e);
    if (tried.size() > PATIENCE_OF_HOSTS || tried.stream().anyMatch(SshFailures::isMany)) {
      problem =
          problem.advise(
              "name the right key with IdentityFile and IdentitiesOnly yes in ~/.ssh/config: hosts"
                  + " hang up after a few keys");
    }
    return new AccessDenied(
        problem
            .advise(
                "add a <server> with the id "
                    + login.host()
                    + " and a <privateKey> to settings.xml, or load the key with ssh-add")
            .advise("register the public half of the key with the host")
            .advise(
                "check the user in the URL: most hosts want ssh://git@" + login.place() + "/…"));
  }

  private static boolean isMany(String attempt) {
    return attempt.endsWith("keys of the agent");
  }

  private static Problem unreachable(Exception e, String place) {
    if (find(e, UnknownHostException.class).isPresent()) {
      return Problem.of("there is no host " + place).advise("check the URL and the network");
    }
    if (find(e, ConnectException.class).isPresent()) {
      return Problem.of(place + " refuses ssh connections, or cannot be reached")
          .advise("check the port in the URL, and the network")
          .advise("use the https URL of the repository where ssh is blocked");
    }
    return Problem.of("the ssh connection to " + place + " broke off").advise("try again");
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }
}
