package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Scalar.Kind;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.template.GoTemplate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places where templates use locals. Components are rendered after everything is merged, when
 * nobody knows any more which file a value came from; so each file puts the values of its locals
 * into its templates first, as literals: {@code {{ .locals.stage }}} becomes {@code {{ "dev" }}}.
 */
final class LocalReferences {

  private static final Pattern ACTION = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);

  /**
   * A string, in which nothing is a reference, or a reference. Possessive, since Java would go one
   * step deeper for every character otherwise.
   */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*+\"|`[^`]*`"
              + "|(?<![\\w.)])\\$?\\.locals((?:\\.[A-Za-z_]\\w*+)++)");

  private LocalReferences() {}

  /** The names of the locals that a value uses. */
  static Set<String> in(Value value) {
    Set<String> names = new TreeSet<>();
    collect(value, names);
    return names;
  }

  private static void collect(Value value, Set<String> names) {
    if (value instanceof Scalar scalar && GoTemplate.isTemplate(scalar.text())) {
      Matcher action = ACTION.matcher(scalar.text());
      while (action.find()) {
        REFERENCE
            .matcher(action.group())
            .results()
            .filter(found -> found.group(1) != null)
            .forEach(found -> names.add(found.group(1).split("\\.")[1]));
      }
    } else if (value instanceof ListValue list) {
      list.items().forEach(item -> collect(item, names));
    } else if (value instanceof MapValue map) {
      map.entries().values().forEach(entry -> collect(entry, names));
    }
  }

  /** The value with every use of a scalar local replaced by its value; others stay. */
  static Value bind(Value value, MapValue locals) {
    if (value instanceof Scalar scalar) {
      return bind(scalar, locals);
    }
    if (value instanceof ListValue list) {
      return list.mapItems(item -> bind(item, locals));
    }
    return ((MapValue) value).mapValues(entry -> bind(entry, locals));
  }

  private static Scalar bind(Scalar scalar, MapValue locals) {
    boolean literal = scalar.function().filter("!literal"::equals).isPresent();
    if (literal || !GoTemplate.isTemplate(scalar.text())) {
      return scalar;
    }
    String text =
        ACTION
            .matcher(scalar.text())
            .replaceAll(action -> Matcher.quoteReplacement(bound(action.group(), locals)));
    return new Scalar(text, scalar.kind(), scalar.function(), scalar.position());
  }

  private static String bound(String action, MapValue locals) {
    return REFERENCE
        .matcher(action)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Optional.ofNullable(found.group(1))
                        .flatMap(path -> find(path.substring(1), locals))
                        .map(LocalReferences::literal)
                        .orElse(found.group())));
  }

  private static Optional<Scalar> find(String path, MapValue locals) {
    Optional<Value> here = Optional.of(locals);
    for (String name : path.split("\\.")) {
      here = here.flatMap(v -> v instanceof MapValue map ? map.get(name) : Optional.empty());
    }
    return here.filter(v -> v instanceof Scalar s && s.function().isEmpty())
        .map(Scalar.class::cast);
  }

  private static String literal(Scalar value) {
    boolean bare = value.kind() == Kind.BOOLEAN || value.text().matches("-?(0|[1-9][0-9]*)");
    if (bare && value.kind() != Kind.STRING) {
      return value.text();
    }
    String escaped = value.text().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    return "\"" + escaped + "\"";
  }
}
