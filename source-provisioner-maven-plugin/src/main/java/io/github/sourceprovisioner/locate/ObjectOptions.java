package io.github.sourceprovisioner.locate;

import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What every source that is one file or object understands. */
final class ObjectOptions {

  static final Set<String> PARAMETERS = Set.of("archive", "checksum", "filename");

  private ObjectOptions() {}

  /** The {@code filename} parameter, one plain name (CVE-2022-30321); empty if it is not given. */
  static SortedMap<String, String> of(Reading reading) {
    TreeMap<String, String> parameters = new TreeMap<>();
    Optional<String> name = reading.query().value("filename");
    name.ifPresent(n -> parameters.put("filename", check(n, reading)));
    return parameters;
  }

  private static String check(String name, Reading reading) {
    boolean path = name.contains("/") || name.contains("\\");
    if (path || name.equals("..") || name.equals(".") || name.startsWith("-")) {
      throw reading.invalid("a parameter 'filename' that is no plain name", "write a file name");
    }
    return name;
  }
}
