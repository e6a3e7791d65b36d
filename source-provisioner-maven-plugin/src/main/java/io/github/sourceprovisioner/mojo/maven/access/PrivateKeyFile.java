package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads the file that {@code <privateKey>} names.
 *
 * @param home where {@code ~/} and relative paths start
 */
record PrivateKeyFile(Path home) {

  /** The longest RSA keys in use take a fifth of it. */
  private static final int LIMIT = 64 * 1024;

  /**
   * The text of the key.
   *
   * @param owner who names the file, for messages
   * @throws AccessDenied if it is no plain file, cannot be read, or is too long for a key
   */
  String read(String path, String owner) {
    try {
      Path file = home.resolve(path.startsWith("~/") ? path.substring(2) : path);
      if (!Files.isRegularFile(file)) {
        throw refused(path, owner, "is no file");
      }
      return text(file, path, owner);
    } catch (InvalidPathException e) {
      throw refused(path, owner, "is no path");
    }
  }

  private static String text(Path file, String path, String owner) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LIMIT + 1);
      if (content.length > LIMIT) {
        throw refused(path, owner, "is too long for a key");
      }
      String text = new String(content, StandardCharsets.ISO_8859_1);
      Arrays.fill(content, (byte) 0);
      return text;
    } catch (IOException e) {
      throw refused(path, owner, "cannot be read");
    }
  }

  private static AccessDenied refused(String path, String owner, String why) {
    return new AccessDenied(
        Problem.of("the private key of " + owner + " " + why + ": " + path)
            .advise("check <privateKey> in settings.xml: the path of a file that only you can read")
            .advise("generate one with ssh-keygen, and give the host its public half"));
  }
}
