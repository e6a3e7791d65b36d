package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
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

  /** More than a million files need; what is larger is not ours. */
  private static final long LARGEST = 256L << 20;

  private SealedText() {}

  /** Replaces the file; its directory is made if need be. */
  static void write(Path file, List<String> lines) throws IOException {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(escape(line)).append('\n'));
    String whole = text + SEAL + digest(text.toString()) + "\n";
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
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
      return Optional.empty();
    }
    try {
      return unseal(Files.readString(file));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<String>> unseal(String whole) {
    int end = whole.lastIndexOf("\n" + SEAL) + 1;
    String text = whole.substring(0, end);
    if (!whole.substring(end).equals(SEAL + digest(text) + "\n")) {
      return Optional.empty();
    }
    boolean plain = text.indexOf('\\') < 0;
    return Optional.of(
        Arrays.stream(text.split("\n")).map(l -> plain ? l : l.translateEscapes()).toList());
  }

  private static String escape(String line) {
    return line.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String digest(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(bytes));
  }
}
