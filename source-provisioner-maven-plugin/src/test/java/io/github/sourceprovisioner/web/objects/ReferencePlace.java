package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.web.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row of {@code cases/source-uris.json} that says where an object is.
 *
 * @param input as users write it
 * @param required what is to be asked for, by name
 */
public record ReferencePlace(String input, Map<String, String> required) {

  /** The rows of a kind that are no refusals. */
  public static Stream<ReferencePlace> of(String kind) {
    try (InputStream in = ReferencePlace.class.getResourceAsStream("/cases/source-uris.json")) {
      byte[] text = Objects.requireNonNull(in).readAllBytes();
      List<?> rows = (List<?>) Json.parse(new String(text, StandardCharsets.UTF_8));
      return rows.stream()
          .map(row -> (Map<?, ?>) row)
          .filter(row -> kind.equals(row.get("kind")))
          .flatMap(row -> place(row).stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A required part; empty if the row does not name it. */
  public String part(String name) {
    return required.getOrDefault(name, "");
  }

  private static Optional<ReferencePlace> place(Map<?, ?> row) {
    Object answer = row.containsKey("ours") ? row.get("ours") : row.get("expect");
    if (!(answer instanceof Map<?, ?> parts)) {
      return Optional.empty();
    }
    Map<String, String> required = new HashMap<>();
    parts.forEach(
        (name, value) -> {
          if (!(value instanceof Optional)) {
            required.put(String.valueOf(name), String.valueOf(value));
          }
        });
    return Optional.of(new ReferencePlace(String.valueOf(row.get("input")), required));
  }

  @Override
  public String toString() {
    return input;
  }
}
