package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/** Reads private keys in the form of OpenSSH, or in the older ones of PEM. */
final class PrivateKeys {

  private PrivateKeys() {}

  /** Why a text gives no key; never with anything of the text. */
  enum Trouble {
    LOCKED("is encrypted, and no passphrase is set for it"),
    WRONG_PASSPHRASE("does not open with its passphrase"),
    UNKNOWN("is no private key of a form that is understood");

    private final String words;

    Trouble(String words) {
      this.words = words;
    }

    /** Continues a sentence that begins with the name of the key. */
    String words() {
      return words;
    }
  }

  /** A text gives no key. Without a cause, since that could tell of the key. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    Unusable(Trouble trouble) {
      super(trouble.words());
      this.trouble = trouble;
    }

    Trouble trouble() {
      return trouble;
    }
  }

  /**
   * Reads the first key in a text.
   *
   * @param passphrase what opens it, if it is encrypted
   * @throws Unusable if there is none that can be used
   */
  static KeyPair read(String text, Optional<String> passphrase) throws Unusable {
    AtomicBoolean asked = new AtomicBoolean();
    FilePasswordProvider passphrases =
        (session, resource, attempt) -> {
          asked.set(true);
          return passphrase.orElse(null);
        };
    byte[] lines = (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      Iterable<KeyPair> keys =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName("key"), new ByteArrayInputStream(lines), passphrases);
      return first(keys).orElseThrow(() -> new Unusable(Trouble.UNKNOWN));
    } catch (IOException | GeneralSecurityException | RuntimeException e) {
      if (!asked.get()) {
        throw new Unusable(Trouble.UNKNOWN);
      }
      throw new Unusable(passphrase.isPresent() ? Trouble.WRONG_PASSPHRASE : Trouble.LOCKED);
    }
  }

  private static Optional<KeyPair> first(@Nullable Iterable<KeyPair> keys) {
    if (keys == null) {
      return Optional.empty();
    }
    Iterator<KeyPair> all = keys.iterator();
    return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
  }
}
