package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Artifacts of Maven repositories: {@code mvn:group:artifact:version[:classifier][@type]}. The
 * version may stand in the {@code version} key instead; the type is {@code jar} if none is given,
 * as everywhere in Maven.
 */
final class MavenLocator implements Grammar {

  private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:mvn:|(?!mvn:))(WORD):(WORD)(?::([^:@/]*))?(?::(WORD))?(?:@(WORD))?"
              .replace("WORD", WORD));

  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");
  private static final Set<String> ZIPPED = Set.of("jar", "war", "ear", "zip");
  private static final String ADVICE = "write mvn:group:artifact:version[:classifier][@type]";

  @Override
  public SourceLocation locate(Reading reading) {
    reading.query().allowOnly(Set.of("archive", "checksum"), "a Maven source");
    reading.refuseFragment();
    Matcher form = FORM.matcher(reading.place());
    if (!form.matches() || form.group(1).contains("..") || form.group(1).endsWith(".")) {
      throw reading.invalid("coordinates that are not Maven's", ADVICE);
    }
    String artifact = form.group(2);
    String version = version(reading, Optional.ofNullable(form.group(3)));
    Optional<String> classifier = Optional.ofNullable(form.group(4));
    String type = Optional.ofNullable(form.group(5)).orElse("jar");
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("type", type);
    classifier.ifPresent(c -> parameters.put("classifier", c));
    String file = artifact + classifier.map(c -> ":" + c).orElse("") + suffix(type);
    return new SourceLocation(
        Schemes.MAVEN,
        "mvn:" + form.group(1) + ":" + artifact,
        Optional.of(version),
        reading.subdir(),
        Archives.of(reading, "." + (ZIPPED.contains(type) ? "zip" : type)),
        Checksum.of(reading),
        parameters,
        coordinates(form.group(1), file));
  }

  private static String suffix(String type) {
    return type.equals("jar") ? "" : "@" + type;
  }

  private static Coordinates coordinates(String group, String file) {
    return PlaceName.local(
        List.of("mvn"), Stream.concat(Stream.of(group.split("\\.")), Stream.of(file)).toList());
  }

  private static String version(Reading reading, Optional<String> inline) {
    Optional<String> version = RequestedVersion.of(reading, inline.filter(v -> !v.isEmpty()));
    if (version.isEmpty()) {
      throw reading.invalid("no version", ADVICE + ", or add the version key");
    }
    if (!VERSION.matcher(version.get()).matches()) {
      throw reading.invalid("a version that names no single artifact", "write one exact version");
    }
    return version.get();
  }
}
