package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/**
 * What a host answered last, so that it can be asked whether that still holds. Whatever the file
 * says is only used to save a transfer: the content itself is always checked.
 *
 * @param sha256 the digest of the bytes
 * @param etag what the host called them
 * @param modified when they were changed, in the words of the host
 */
record KnownAnswer(String sha256, Optional<String> etag, Optional<String> modified) {

  private static final int LONGEST = 1024;

  /** What is known; empty also if the file is damaged. */
  static Optional<KnownAnswer> read(Path file) {
    Properties values = new Properties();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    KnownAnswer answer =
        new KnownAnswer(
            values.getProperty("sha256", ""), header(values, "etag"), header(values, "modified"));
    return answer.seal().equals(values.getProperty("seal"))
        ? Optional.of(answer)
        : Optional.empty();
  }

  void write(Path file) throws IOException {
    Properties values = new Properties();
    values.setProperty("sha256", sha256);
    values.setProperty("seal", seal());
    etag.ifPresent(value -> values.setProperty("etag", value));
    modified.ifPresent(value -> values.setProperty("modified", value));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    try (Writer writer = Files.newBufferedWriter(fresh)) {
      values.store(writer, null);
    }
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Tells a file that was damaged on the disk. */
  private String seal() {
    byte[] text = toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(text));
  }

  /** A header is one line; a file that says otherwise was not written by us. */
  private static Optional<String> header(Properties values, String name) {
    return Optional.ofNullable(values.getProperty(name))
        .filter(value -> value.length() <= LONGEST && value.matches("[\\x20-\\x7e]+"));
  }
}
