package io.github.sourceprovisioner.fetch.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Whether an archive whose length the host did not tell has arrived to its end. Without it, a body
 * that was cut would become a revision of its own. Formats that do not show their end pass.
 */
final class ArchiveEnd {

  private static final int END_RECORD = 22;
  private static final int TAIL = 64 * 1024 + END_RECORD;

  /** What is larger is for whoever unpacks it to refuse. */
  private static final long MOST_UNPACKED = 2L << 30;

  private static final String END_OF_ZIP = "504b0506";
  private static final String END_OF_XZ = "595a";
  private static final String END_OF_TAR = "00".repeat(1024);

  private ArchiveEnd() {}

  /**
   * Looks at the end.
   *
   * @param format as in a location
   */
  static boolean isThere(Path file, String format) throws IOException {
    return switch (format) {
      case "zip" -> hasEndRecord(tail(file, TAIL));
      case "tar" -> tail(file, 1024).equals(END_OF_TAR);
      case "xz", "tar.xz", "txz" -> tail(file, 2).equals(END_OF_XZ);
      case "gz", "tar.gz", "tgz" -> hasTrailer(file);
      default -> true;
    };
  }

  /** The signature and the 18 bytes that follow it. */
  private static boolean hasEndRecord(String tail) {
    int at = tail.lastIndexOf(END_OF_ZIP);
    return at >= 0 && tail.length() - at >= 2 * END_RECORD;
  }

  private static String tail(Path file, int length) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      in.skipNBytes(Math.max(0, Files.size(file) - length));
      return HexFormat.of().formatHex(in.readAllBytes());
    }
  }

  /** What is damaged in another way is for whoever unpacks it to say. */
  private static boolean hasTrailer(Path file) throws IOException {
    try (InputStream in =
        new GZIPInputStream(Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS))) {
      long left = MOST_UNPACKED;
      byte[] block = new byte[64 * 1024];
      for (int n = in.read(block); n >= 0 && left > 0; n = in.read(block)) {
        left -= n;
      }
      return true;
    } catch (EOFException e) {
      return false;
    } catch (ZipException e) {
      return true;
    }
  }
}
