package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Properties in ASCII, sorted, the same bytes for the same values, with a digest of their own in
 * the last line: a file that lost or changed a single bit counts as no file at all.
 */
final class SealedProperties {

  private static final long LONGEST = 4 << 20;
  private static final String SEAL = "seal=";

  private SealedProperties() {}

  /** The bytes of a file with these values. */
  static byte[] bytes(Map<String, String> values) {
    Properties properties = new Properties();
    properties.putAll(values);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      properties.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    String sorted =
        out.toString(StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .sorted()
            .map(line -> line + "\n")
            .collect(Collectors.joining());
    return (sorted + SEAL + digest(sorted) + "\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The values of a file; empty if it is missing, too long, damaged, or not ours. */
  static Optional<Map<String, String>> read(Path file) {
    return PlainFiles.read(file, LONGEST).flatMap(SealedProperties::parse);
  }

  private static Optional<Map<String, String>> parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int seal = text.lastIndexOf(SEAL);
    if (seal < 0 || !text.substring(seal).equals(SEAL + digest(text.substring(0, seal)) + "\n")) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text.substring(0, seal)));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> values.put(k, properties.getProperty(k, "")));
    return Optional.of(values);
  }

  private static String digest(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(bytes));
  }
}
