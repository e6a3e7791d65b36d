package io.github.sourceprovisioner.fetch.git.ssh;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/**
 * Tells the ssh library of {@link Ed25519}. The library keeps such things once per loaded copy of
 * itself; this plugin's copy is its own, so nobody else sees it, and installing it twice changes
 * nothing. No security provider is added to the JVM.
 */
final class JdkKeys extends AbstractSecurityProviderRegistrar {

  private static final String NAME = "JdkEd25519";

  private JdkKeys() {
    super(NAME);
  }

  /** To be called before anything else of the library, which looks only once. */
  static void install() {
    SecurityUtils.registerSecurityProvider(new JdkKeys());
  }

  @Override
  public boolean isSupported() {
    return provider().isPresent();
  }

  @Override
  public String getProviderName() {
    return getSecurityProvider().getName();
  }

  @Override
  public boolean isNamedProviderUsed() {
    return false;
  }

  @Override
  public Provider getSecurityProvider() {
    return provider().orElseThrow();
  }

  @Override
  public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
    return Optional.of(new Ed25519());
  }

  private static Optional<Provider> provider() {
    try {
      return Optional.of(Signature.getInstance("Ed25519").getProvider());
    } catch (NoSuchAlgorithmException smallJdk) {
      return Optional.empty();
    }
  }
}
