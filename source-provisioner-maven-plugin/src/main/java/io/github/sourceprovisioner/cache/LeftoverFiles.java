package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.PathSegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells the files of an entry without its marker from the files of anybody else. Reads only. */
record LeftoverFiles(Path directory, String base) {

  private static final Pattern NAME = Pattern.compile("(.+)\\.(zip|zip\\.sha256|t1|properties)");
  private static final Pattern USE = Pattern.compile("\\.(.+)\\.used\\.[^/]+");
  private static final Pattern LINE = Pattern.compile("[fxl] [0-9a-f]{64} ");
  private static final Pattern SHORTENED = Pattern.compile(".{60}~~~[0-9a-f]{40}");

  /**
   * How a zip of ours begins: a first entry that is stored, at the one time that all entries have
   * (APPNOTE.TXT, 4.3.7). What other tools write has other times.
   */
  private static final String ZIP_TIME = "\0`A\0";

  private static final int METHOD = 8;
  private static final int TIME = 10;

  /** The base that a file name has, as {@link EntryFiles} makes names; empty for any other name. */
  static Optional<String> base(Path file) {
    String name = String.valueOf(file.getFileName());
    Matcher plain = NAME.matcher(name);
    if (plain.matches()) {
      return Optional.of(plain.group(1));
    }
    Matcher use = USE.matcher(name);
    return use.matches() ? Optional.of(use.group(1)) : Optional.empty();
  }

  /**
   * Whether the files are ours and no entry: the name fits the directories above it, no sound
   * marker is there, and at least one of the files has content that only we write.
   */
  boolean areOurs() {
    EntryFiles entry = new EntryFiles(directory, base);
    return fitsPlace()
        && Marker.read(entry.marker()).isEmpty()
        && (isOurZip(entry.zip())
            || areOurLines(entry.lines())
            || !new UseRecord(entry).types().isEmpty());
  }

  private boolean fitsPlace() {
    Path artifact = directory.getParent();
    if (artifact == null || artifact.getFileName() == null) {
      return false;
    }
    String start = artifact.getFileName() + "-" + directory.getFileName();
    return base.equals(start)
        || base.startsWith(start + "-")
        || (SHORTENED.matcher(base).matches() && isShortened(start));
  }

  /** A name that was too long starts as it would have started; capitals are marked at its end. */
  private boolean isShortened(String start) {
    String encoded = PathSegment.encode(start);
    int length = Math.min(60, Math.min(start.length(), encoded.length()));
    int same = 0;
    while (same < length && encoded.charAt(same) == base.charAt(same)) {
      same++;
    }
    return same == length;
  }

  private static boolean isOurZip(Path zip) {
    String start = start(zip, TIME + ZIP_TIME.length());
    return start.startsWith("PK\3\4")
        && start.startsWith("\0\0", METHOD)
        && start.startsWith(ZIP_TIME, TIME);
  }

  private static boolean areOurLines(Path lines) {
    return LINE.matcher(start(lines, 67)).matches();
  }

  private static String start(Path file, int length) {
    return new String(PlainFiles.start(file, length), StandardCharsets.ISO_8859_1);
  }
}
