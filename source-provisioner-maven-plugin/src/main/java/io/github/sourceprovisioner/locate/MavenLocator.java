package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Artifacts of Maven repositories: {@code mvn:group:artifact:version[:classifier][@type]}. The
 * version may stand in the {@code version} key instead; the type is {@code jar} if none is given,
 * as everywhere in Maven. A version may also be a snapshot, {@code LATEST}, {@code RELEASE} or a
 * range: {@code [1.0,2.0)}.
 */
final class MavenLocator implements Grammar {

  private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]*";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:mvn:|(?!mvn:))(WORD):(WORD)(?::([^:@/]*))?(?::(WORD))?(?:@(WORD))?"
              .replace("WORD", WORD));

  private static final String EXACT = "[A-Za-z0-9_][A-Za-z0-9_.+-]*";
  private static final Pattern VERSION = Pattern.compile(EXACT);

  /** One interval or several; one version in brackets is that version. */
  private static final Pattern RANGE =
      Pattern.compile(
          "INTERVAL(,INTERVAL)*"
              .replace("INTERVAL", "[\\[(](EXACT)?,(EXACT)?[\\])]")
              .replace("EXACT", EXACT));

  private static final Pattern ONE = Pattern.compile("\\[(" + EXACT + ")]");

  /** What Maven itself packs as zip, under the names of its types. */
  private static final Set<String> ZIPPED =
      Set.of(
          "ear",
          "ejb",
          "ejb-client",
          "jar",
          "java-source",
          "javadoc",
          "maven-plugin",
          "par",
          "rar",
          "test-jar",
          "war",
          "zip");

  private static final String ADVICE = "write mvn:group:artifact:version[:classifier][@type]";

  @Override
  public SourceLocation locate(Reading reading) {
    reading.query().allowOnly(ObjectOptions.PARAMETERS, "a Maven source");
    reading.refuseFragment();
    Matcher form = FORM.matcher(reading.place());
    if (!form.matches() || form.group(1).contains("..") || form.group(1).endsWith(".")) {
      throw reading.invalid("coordinates that are not Maven's", ADVICE);
    }
    String artifact = form.group(2);
    String version = version(reading, Optional.ofNullable(form.group(3)));
    Optional<String> classifier = Optional.ofNullable(form.group(4));
    String type = Optional.ofNullable(form.group(5)).orElse("jar");
    SortedMap<String, String> parameters = ObjectOptions.of(reading);
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
    boolean brackets = version.get().matches("[\\[(].*");
    String written = brackets ? version.get().replace(" ", "") : version.get();
    Matcher one = ONE.matcher(written);
    if (one.matches()) {
      return one.group(1);
    }
    if (!VERSION.matcher(written).matches() && !RANGE.matcher(written).matches()) {
      throw reading.invalid(
          "a version that Maven cannot take", "write 1.4.0, 1.5.0-SNAPSHOT, LATEST or [1.0,2.0)");
    }
    return written;
  }
}
