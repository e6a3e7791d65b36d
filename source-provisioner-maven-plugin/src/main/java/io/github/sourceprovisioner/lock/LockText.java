package io.github.sourceprovisioner.lock;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a lock file: the same bytes for the same entries on every machine. Every scalar stands in
 * double quotes, so that YAML makes no number, date or boolean of it.
 */
final class LockText {

  /** The version of the form; another one needs another plugin. */
  static final String VERSION = "1";

  static final String HEAD =
      "# Written by the Source Provisioner for Maven. Commit this file; do not edit it.\n";

  private LockText() {}

  static String of(LockFile file) {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("lockVersion: ").append(quoted(VERSION)).append('\n');
    if (file.isEmpty()) {
      return text.append("sources: []\n").toString();
    }
    text.append("sources:\n");
    for (LockEntry entry : file.entries()) {
      String start = "  - ";
      for (Map.Entry<String, String> field : fields(entry).entrySet()) {
        text.append(start).append(field.getKey()).append(": ");
        text.append(quoted(field.getValue())).append('\n');
        start = "    ";
      }
    }
    return text.toString();
  }

  private static Map<String, String> fields(LockEntry entry) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("uri", entry.key().uri());
    fields.put("path", entry.key().path());
    fields.put("version", entry.key().version());
    entry.ref().ifPresent(ref -> fields.put("ref", ref));
    RevisionField field = RevisionField.of(entry);
    fields.put(field.name(), field.value());
    if (entry.floating()) {
      fields.put("floating", "true");
    }
    fields.put("tree", entry.tree());
    return fields;
  }

  /** As YAML 1.2 and JSON read it; what no line may hold is escaped. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ' || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029') {
        quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
