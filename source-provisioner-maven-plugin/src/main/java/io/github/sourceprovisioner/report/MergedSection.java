package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A merged component section as a document. The URI of a source is shown without its secrets, and
 * so is every URL in any other string; everything else is what the user wrote.
 */
final class MergedSection {

  /** RFC 8259, section 6. What YAML writes otherwise ({@code 0x1F}, {@code .5}) stays a string. */
  private static final Pattern JSON_NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  /** The places of a URI: a source is a string or a map, at the top or under the metadata. */
  private static final Set<List<String>> URIS =
      Set.of(
          List.of("source"),
          List.of("source", "uri"),
          List.of("metadata", "source"),
          List.of("metadata", "source", "uri"));

  /** A URL with what is written right beside it. */
  private static final Pattern URL = Pattern.compile("\\S*://\\S*");

  private MergedSection() {}

  static Node of(MapValue section) {
    return node(List.of(), section);
  }

  private static Node node(List<String> path, Value value) {
    if (value instanceof MapValue map) {
      Map<String, Node> entries = new LinkedHashMap<>();
      map.entries().forEach((key, inner) -> entries.put(open(key), node(below(path, key), inner)));
      return new Node.Mapping(entries);
    }
    if (value instanceof ListValue list) {
      List<String> items = below(path, "[]");
      return new Node.Sequence(list.items().stream().map(item -> node(items, item)).toList());
    }
    Node scalar = scalar((Scalar) value);
    if (scalar instanceof Node.Text text) {
      return new Node.Text(
          URIS.contains(path) ? Redaction.redact(text.value()) : open(text.value()));
    }
    return scalar;
  }

  /** The text without the secrets of its URLs; lines and blanks stay as they are. */
  private static String open(String text) {
    return URL.matcher(text)
        .replaceAll(url -> Matcher.quoteReplacement(Redaction.redact(url.group())));
  }

  private static Node scalar(Scalar scalar) {
    String text = scalar.text();
    if (scalar.function().isPresent()) {
      return new Node.Text((scalar.function().get() + " " + text).strip());
    }
    return switch (scalar.kind()) {
      case NULL -> Node.NULL;
      case BOOLEAN -> new Node.Bare(text.toLowerCase(Locale.ROOT));
      case INTEGER, FLOAT ->
          JSON_NUMBER.matcher(text).matches() ? new Node.Bare(text) : new Node.Text(text);
      case STRING -> new Node.Text(text);
    };
  }

  private static List<String> below(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }
}
