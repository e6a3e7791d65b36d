package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** The files that hold keys of the user. */
final class KeyFiles {

  /** No key is as long; a file that is has another purpose. */
  private static final long MAX_BYTES = 1 << 20;

  private final SshHome home;
  private final Login login;
  private final List<Path> files;
  private final Optional<String> passphrase;

  /**
   * Reads nothing yet.
   *
   * @param named the files that the configuration names; empty means the usual ones
   * @param passphrase tried on those that are encrypted
   */
  KeyFiles(SshHome home, Login login, List<String> named, Optional<String> passphrase) {
    this.home = home;
    this.login = login;
    this.files =
        named.isEmpty() ? home.usualKeys() : named.stream().map(this::path).distinct().toList();
    this.passphrase = passphrase;
  }

  /** The keys that can be read, one after the other. */
  Stream<KeyPair> offer(Attempts attempts) {
    return files.stream().filter(Files::isRegularFile).flatMap(file -> read(file, attempts));
  }

  /** The public halves, of files or beside them: what an agent may be limited to. */
  List<PublicKey> publicKeys() {
    return files.stream()
        .flatMap(file -> Stream.of(file, file.resolveSibling(file.getFileName() + ".pub")))
        .filter(Files::isRegularFile)
        .flatMap(file -> publicKey(file).stream())
        .toList();
  }

  private Stream<KeyPair> read(Path file, Attempts attempts) {
    if (publicKey(file).isPresent()) {
      return Stream.empty();
    }
    String name = home.shown(file);
    try {
      KeyPair key = PrivateKeys.read(text(file), passphrase);
      attempts.add(name);
      return Stream.of(key);
    } catch (PrivateKeys.Unusable unusable) {
      attempts.add(name + " (it " + unusable.trouble().words() + ")");
    } catch (IOException unreadable) {
      attempts.add(name + " (it cannot be read)");
    }
    return Stream.empty();
  }

  private Path path(String written) {
    String plain =
        written
            .replace("%d", home.home().toString())
            .replace("%u", home.user())
            .replace("%h", login.host())
            .replace("%r", login.user())
            .replace("%%", "%");
    return home.resolve(plain);
  }

  private static Optional<PublicKey> publicKey(Path file) {
    try {
      String text = text(file);
      if (text.contains("PRIVATE KEY")) {
        return Optional.empty();
      }
      PublicKeyEntry entry = PublicKeyEntry.parsePublicKeyEntry(text.strip());
      return Optional.ofNullable(
          entry.resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING));
    } catch (IOException | GeneralSecurityException | RuntimeException noPublicKey) {
      return Optional.empty();
    }
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException("too long for a key");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
