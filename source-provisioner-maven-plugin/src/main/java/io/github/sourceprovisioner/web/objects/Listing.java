package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.model.TreeDigest;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Everything below a prefix.
 *
 * @param prefix what all keys start with; empty or with a slash at its end
 * @param objects in any order
 */
public record Listing(String prefix, List<StoredObject> objects) {

  /** What a revision of a listing starts with; no store gives such a version to an object. */
  public static final String REVISION = "tree:";

  public Listing {
    objects = List.copyOf(objects);
  }

  /**
   * The name of this state of the tree: {@code tree:} and 64 hex digits. It changes with every
   * name, length and version; the order does not count.
   */
  public String revision() {
    StringBuilder text = new StringBuilder();
    objects.stream()
        .sorted(Comparator.comparing(StoredObject::key))
        .forEach(
            object -> {
              field(text, object.key().substring(prefix.length()));
              field(text, object.version());
              field(text, Long.toString(object.size()));
            });
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return REVISION + HexFormat.of().formatHex(TreeDigest.sha256().digest(bytes));
  }

  /** With lengths, or {@code a}+{@code bc} would be {@code ab}+{@code c}. */
  private static void field(StringBuilder text, String value) {
    text.append(value.length()).append(':').append(value);
  }
}
