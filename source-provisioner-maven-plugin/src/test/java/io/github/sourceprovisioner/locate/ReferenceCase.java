package io.github.sourceprovisioner.locate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One row of {@code cases/source-uris.json}. */
public record ReferenceCase(Map<String, Object> row) {

  /** All rows. */
  public static List<ReferenceCase> all() {
    try (InputStream in = ReferenceCase.class.getResourceAsStream("/cases/source-uris.json")) {
      LoaderOptions options = new LoaderOptions();
      options.setCodePointLimit(1 << 22);
      Object rows =
          new Yaml(new SafeConstructor(options))
              .load(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      return ((List<?>) rows).stream().map(ReferenceCase::ofRow).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ReferenceCase ofRow(Object row) {
    Map<String, Object> typed = new HashMap<>();
    ((Map<?, ?>) row).forEach((key, value) -> typed.put(key.toString(), value));
    return new ReferenceCase(typed);
  }

  public String text(String key) {
    return Objects.toString(row.get(key), "");
  }

  public String id() {
    return text("id");
  }

  public String kind() {
    return text("kind");
  }

  public String stage() {
    return text("stage");
  }

  public String input() {
    return text("input");
  }

  public boolean has(String key) {
    return row.get(key) != null;
  }

  /** What is required: ours where it stands, else what go-getter does. */
  public Object required() {
    return Objects.requireNonNull(row.get(has("ours") ? "ours" : "expect"));
  }

  /** Whether the row asks for a refusal. */
  public boolean asksForRefusal() {
    boolean oursIsError = text("ours").startsWith("error");
    boolean extended = has("ours") && !oursIsError;
    return oursIsError
        || text("policy").equals("reject")
        || (Boolean.TRUE.equals(row.get("error")) && !extended);
  }

  @Override
  public String toString() {
    return id() + " " + row.get("input");
  }
}
