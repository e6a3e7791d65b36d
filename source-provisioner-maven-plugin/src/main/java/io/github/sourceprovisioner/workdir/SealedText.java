package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lines of text in a file whose last line is the SHA-256 of all before it, so that a file that was
 * cut, edited or written by somebody else is noticed. Written whole or not at all.
 */
final class SealedText {

  private static final String SEAL = "sha256: ";

  /** The digits of a SHA-256. */
  private static final int DIGEST = 64;

  /** More than a million files need; what is larger is not ours. */
  private static final long LARGEST = 256L << 20;

  private SealedText() {}

  /** Replaces the file; its directory is made if need be. */
  static void write(Path file, List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(escape(line)).append('\n'));
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    String whole = text + SEAL + digest(bytes, bytes.length) + "\n";
    Modes.parents(file);
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    writeThrough(draft, whole);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Onto the disk, since a rename that outlives a power loss must not outlive its content. */
  private static void writeThrough(Path file, String text) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                LinkOption.NOFOLLOW_LINKS),
            Modes.plain(file))) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** The lines without the seal; empty if there is no such file or its seal does not fit. */
  static Optional<List<String>> read(Path file) throws IOException {
    try {
      BasicFileAttributes now =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return now.isRegularFile() && now.size() <= LARGEST
          ? unseal(Files.readAllBytes(file))
          : Optional.empty();
    } catch (NoSuchFileException | CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> unseal(byte[] whole) throws CharacterCodingException {
    int end = whole.length - SEAL.length() - DIGEST - 1;
    if (end < 1 || !seal(whole, end).equals(SEAL + digest(whole, end) + "\n")) {
      return Optional.empty();
    }
    String text =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(whole, 0, end)).toString();
    String[] lines = text.split("\n");
    if (text.indexOf('\\') >= 0) {
      Arrays.setAll(lines, i -> lines[i].translateEscapes());
    }
    return Optional.of(Arrays.asList(lines));
  }

  private static String seal(byte[] whole, int end) {
    return new String(whole, end, whole.length - end, StandardCharsets.US_ASCII);
  }

  private static String escape(String line) {
    return line.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String digest(byte[] bytes, int length) {
    MessageDigest digest = TreeDigest.sha256();
    digest.update(bytes, 0, length);
    return HexFormat.of().formatHex(digest.digest());
  }
}
