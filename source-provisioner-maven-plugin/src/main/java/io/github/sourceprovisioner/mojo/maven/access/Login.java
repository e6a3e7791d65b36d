package io.github.sourceprovisioner.mojo.maven.access;

import java.util.Optional;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/**
 * What the settings hold for one server or proxy, decrypted.
 *
 * @param privateKey the path of a file
 */
record Login(
    Optional<String> user,
    Optional<String> password,
    Optional<String> privateKey,
    Optional<String> passphrase) {

  /** Neither mirrors nor Maven's blocker of plain http know this content type. */
  private static final String CONTENT_TYPE = "source";

  private static final Login NONE =
      new Login(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** What a server holds. Its id alone decides: the URL of a repository is of no account. */
  static Login ofServer(RepositorySystemSession session, String id) {
    RemoteRepository server = new RemoteRepository.Builder(id, CONTENT_TYPE, "").build();
    Authentication found = session.getAuthenticationSelector().getAuthentication(server);
    RemoteRepository known = new RemoteRepository.Builder(server).setAuthentication(found).build();
    try (AuthenticationContext context = AuthenticationContext.forRepository(session, known)) {
      return of(context);
    }
  }

  /** What a proxy wants to be shown. */
  static Login ofProxy(RepositorySystemSession session, Proxy proxy) {
    RemoteRepository behind =
        new RemoteRepository.Builder("proxy", CONTENT_TYPE, "").setProxy(proxy).build();
    try (AuthenticationContext context = AuthenticationContext.forProxy(session, behind)) {
      return of(context);
    }
  }

  /** A repository at a URL that is none of Maven's. */
  static RemoteRepository repository(String url) {
    return new RemoteRepository.Builder(CONTENT_TYPE, CONTENT_TYPE, url).build();
  }

  /**
   * This login, if hosts can be shown it.
   *
   * @param owner whose it is, for messages
   * @throws io.github.sourceprovisioner.failure.AccessDenied if a part of it cannot be meant
   */
  Login checked(String owner) {
    return new Login(
        user.map(value -> Secrets.checked(value, "the username of " + owner)),
        password.map(value -> Secrets.checked(value, "the password of " + owner)),
        privateKey.map(value -> Secrets.checked(value, "the path of the private key of " + owner)),
        passphrase.map(value -> Secrets.checked(value, "the passphrase of " + owner)));
  }

  /** A token in the place of the user; beside a key, a user is just the user of the key. */
  boolean isUserAlone() {
    return user.isPresent() && password.isEmpty() && privateKey.isEmpty();
  }

  private static Login of(@Nullable AuthenticationContext context) {
    return context == null
        ? NONE
        : new Login(
            get(context, AuthenticationContext.USERNAME),
            get(context, AuthenticationContext.PASSWORD),
            get(context, AuthenticationContext.PRIVATE_KEY_PATH),
            get(context, AuthenticationContext.PRIVATE_KEY_PASSPHRASE));
  }

  /** An empty element in the settings is as good as none. */
  private static Optional<String> get(AuthenticationContext context, String key) {
    return Optional.ofNullable(context.get(key)).filter(value -> !value.isEmpty());
  }
}
