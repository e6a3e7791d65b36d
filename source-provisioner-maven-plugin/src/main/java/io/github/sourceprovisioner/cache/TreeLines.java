package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.model.TreeEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a {@code t1} digest back. */
final class TreeLines {

  private static final Pattern LINE = Pattern.compile("([fxl]) ([0-9a-f]{64}) ([^\\n]+)");

  private TreeLines() {}

  /**
   * What one line says.
   *
   * @param sha256 of the content, in hex
   */
  record Line(TreeEntry.Type type, String sha256) {}

  /** The lines of a file, if they are the ones of a tree hash; empty if they are not. */
  static Optional<Map<String, Line>> read(Path file, String treeHash) {
    return PlainFiles.read(file, EntryCheck.LONGEST_LINES)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .filter(text -> TreeDigest.of(text).equals(treeHash))
        .flatMap(TreeLines::parse);
  }

  /** Path to what its line says, in the order of the lines; empty if a line is none. */
  static Optional<Map<String, Line>> parse(String lines) {
    Map<String, Line> parsed = new LinkedHashMap<>();
    for (String line : lines.split("\n", -1)) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        TreeEntry.Type type = TreeEntry.Type.of(matcher.group(1).charAt(0));
        parsed.put(matcher.group(3), new Line(type, matcher.group(2)));
      } else if (!line.isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(parsed);
  }
}
