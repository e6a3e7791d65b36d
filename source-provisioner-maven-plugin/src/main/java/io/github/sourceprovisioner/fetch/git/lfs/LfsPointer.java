package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.TreeEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a repository in place of a large file (Git LFS specification, "The Pointer").
 *
 * @param oid the SHA-256 of the content, 64 digits of lower-case hex
 * @param size its length in bytes; at most {@link TreeEntry#LONGEST}
 */
public record LfsPointer(String oid, long size) {

  /** Every pointer is shorter than this many bytes. */
  public static final int LIMIT = 1024;

  private static final String VERSION = "https://git-lfs.github.com/spec/v1";

  /** The first words of every pointer, those of the first versions of the format included. */
  private static final List<String> STARTS =
      List.of(
          "version https://git-lfs.github.com/spec/",
          "version https://hawser.github.com/spec/",
          "version http://git-media.io/v/");

  private static final Pattern OID = Pattern.compile("sha256:([0-9a-f]{64})");
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
  private static final Pattern LINE = Pattern.compile("([a-z0-9.-]+) ([^\\p{Cntrl}]+)");

  /**
   * Whether a file claims to be a pointer.
   *
   * @param head the first bytes of the file, at least {@link #LIMIT} if it has that many
   */
  public static boolean claims(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return head.length < LIMIT && STARTS.stream().anyMatch(text::startsWith);
  }

  /**
   * Reads a pointer.
   *
   * @param path the file it stands for, for messages
   * @param content the whole file
   * @throws IntegrityMismatch if it is not exactly what the specification describes
   */
  public static LfsPointer parse(String path, byte[] content) {
    if (content.length >= LIMIT) {
      throw malformed(path, "it has 1,024 bytes or more");
    }
    String text = text(path, content);
    if (!text.endsWith("\n")) {
      throw malformed(path, "its last line does not end");
    }
    String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
    if (!value(path, lines, 0, "version").equals(VERSION)) {
      throw malformed(path, "its version is not " + VERSION);
    }
    if (lines.length > 1 && lines[1].startsWith("ext-")) {
      throw malformed(path, "it needs an extension, which would run a program");
    }
    Matcher oid = OID.matcher(value(path, lines, 1, "oid"));
    if (!oid.matches()) {
      throw malformed(path, "its oid is not a SHA-256 in lower-case hex");
    }
    long size = size(path, value(path, lines, 2, "size"));
    if (lines.length > 3) {
      throw malformed(path, "it says more than version, oid and size");
    }
    return new LfsPointer(oid.group(1), size);
  }

  /** Keys are sorted but for the first, so that every key has its line. */
  private static String value(String path, String[] lines, int index, String key) {
    Matcher line = LINE.matcher(index < lines.length ? lines[index] : "");
    if (!line.matches() || !line.group(1).equals(key)) {
      throw malformed(path, "line " + (index + 1) + " does not say " + key);
    }
    return line.group(2);
  }

  private static long size(String path, String digits) {
    if (!SIZE.matcher(digits).matches()) {
      throw malformed(path, "its size is not a number");
    }
    if (digits.length() > 18 || Long.parseLong(digits) > TreeEntry.LONGEST) {
      throw malformed(path, "its content is larger than " + TreeEntry.LONGEST + " bytes");
    }
    return Long.parseLong(digits);
  }

  private static String text(String path, byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw malformed(path, "it is not UTF-8");
    }
  }

  private static IntegrityMismatch malformed(String path, String reason) {
    return new IntegrityMismatch(
        Problem.of("the Git LFS pointer in place of " + Shown.text(path) + " is refused: " + reason)
            .advise("commit the file again with git lfs")
            .advise("choose a subdirectory without it"));
  }
}
