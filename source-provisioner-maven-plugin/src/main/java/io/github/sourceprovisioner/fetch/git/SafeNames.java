package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/**
 * Which names a tree may hold: those that every system can write and none takes for something else
 * (CVE-2014-9390, CVE-2023-4759: {@code .GIT}, {@code git~1}, HFS+ look-alikes, two names that
 * differ in case).
 */
final class SafeNames {

  private SafeNames() {}

  /** Strict about names everywhere, lenient about old commits with odd authors. */
  static ObjectChecker checker() {
    return new ObjectChecker()
        .setSafeForWindows(true)
        .setSafeForMacOS(true)
        .setAllowInvalidPersonIdent(true)
        .setAllowLeadingZeroFileMode(true);
  }

  /**
   * Refuses a tree with a name that is not safe.
   *
   * @param tree the raw tree
   * @param directory where it stands, for the message; empty means the root
   */
  static void check(byte[] tree, String directory) {
    try {
      checker().checkTree(tree);
    } catch (CorruptObjectException e) {
      throw refused(e, directory.isEmpty() ? "the root directory" : directory);
    }
  }

  /**
   * A name as text.
   *
   * @throws IOException never for a name in UTF-8
   */
  static String text(byte[] buffer, int offset, int length) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(buffer, offset, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw refused(e, "a file name that is not UTF-8");
    }
  }

  /** The failure for a malformed object. */
  static IntegrityMismatch refused(Exception reason, String where) {
    String why = String.valueOf(reason.getMessage()).replaceAll("\\p{Cntrl}", "?");
    return new IntegrityMismatch(
        Problem.of("the repository holds what is not safe on every system, in " + where)
            .advise("rename it in the repository (" + why + ")")
            .because(reason));
  }
}
