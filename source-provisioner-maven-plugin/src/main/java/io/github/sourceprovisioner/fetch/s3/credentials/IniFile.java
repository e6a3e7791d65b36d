package io.github.sourceprovisioner.fetch.s3.credentials;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of one of Amazon's shared files: sections of settings. What is indented belongs to the
 * setting above it, and is of no use here; so is what is no setting.
 */
final class IniFile {

  private static final Pattern SECTION = Pattern.compile("\\[([^]]+)]\\s*(?:[#;].*)?");
  private static final Pattern SETTING = Pattern.compile("([^\\s=#;\\[][^=]*)=(.*)");
  private static final Pattern COMMENT = Pattern.compile("\\s[#;].*");

  private IniFile() {}

  /** Settings by name, in lower case, by the name of their section; the last one counts. */
  static Map<String, Map<String, String>> parse(String text) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    Map<String, String> current = new LinkedHashMap<>();
    for (String line : text.lines().toList()) {
      Matcher section = SECTION.matcher(line);
      Matcher setting = SETTING.matcher(line);
      if (section.matches()) {
        String name = section.group(1).strip().replaceAll("\\s+", " ");
        current = sections.computeIfAbsent(name, any -> new LinkedHashMap<>());
      } else if (setting.matches()) {
        String value = COMMENT.matcher(setting.group(2)).replaceFirst("").strip();
        current.put(setting.group(1).strip().toLowerCase(Locale.ROOT), value);
      }
    }
    return sections;
  }
}
