package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Shows a credential once, to the origin that it was configured for, and to nobody else. */
final class OriginCredentials extends CredentialsProvider {

  private final GitUrl origin;
  private final Credential credential;
  private boolean refused;

  OriginCredentials(GitUrl origin, Credential credential) {
    this.origin = origin;
    this.credential = credential;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    boolean meant =
        origin.sameOrigin(uri.getScheme(), Optional.ofNullable(uri.getHost()), uri.getPort());
    if (refused || !meant || !supports(items)) {
      return false;
    }
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username user) {
        user.setValue(credential.user());
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(credential.password().toCharArray());
      }
    }
    return true;
  }

  /** The host did not accept it: showing it again would only lock the account. */
  @Override
  public void reset(URIish uri) {
    refused = true;
  }
}
