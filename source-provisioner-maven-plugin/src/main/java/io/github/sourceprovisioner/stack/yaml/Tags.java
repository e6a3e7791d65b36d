package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Scalar.Kind;
import io.github.sourceprovisioner.stack.file.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tags that a manifest may use; everything else is refused, above all names of classes. */
final class Tags {

  static final String APPEND = "!append";

  private static final String STANDARD = "tag:yaml.org,2002:";

  private static final List<String> FUNCTIONS =
      List.of(
          "!include",
          "!include.raw",
          "!literal",
          "!unset",
          "!env",
          "!exec",
          "!template",
          "!terraform.output",
          "!terraform.state",
          "!store",
          "!store.get",
          "!secret",
          "!repo-root",
          "!cwd",
          "!random",
          "!tags",
          "!labels",
          "!version",
          "!emulator",
          "!cel",
          APPEND);

  /** Families of functions: every name that starts so. */
  private static final List<String> FAMILIES = List.of("!git.", "!aws.", "!labels");

  private static final Map<String, Kind> KINDS =
      Map.of(
          "str", Kind.STRING,
          "int", Kind.INTEGER,
          "float", Kind.FLOAT,
          "bool", Kind.BOOLEAN,
          "null", Kind.NULL,
          "timestamp", Kind.STRING);

  private Tags() {}

  static boolean isInclusion(String tag) {
    return tag.equals("!include") || tag.equals("!include.raw");
  }

  /** The kind that a standard tag gives to a scalar; empty if the tag is no standard one. */
  static Optional<Kind> kind(String tag) {
    if (tag.equals("!")) {
      return Optional.of(Kind.STRING);
    }
    return tag.startsWith(STANDARD)
        ? Optional.ofNullable(KINDS.get(tag.substring(STANDARD.length())))
        : Optional.empty();
  }

  /** Refuses a tag that is no function of a scalar. */
  static void requireFunction(String tag, Position position) {
    requireKnown(tag, position);
    if (tag.equals(APPEND)) {
      throw new InvalidStack(
          Problem.of("!append is for lists only")
              .at(position)
              .advise("write a list after !append, one item a line with a dash"));
    }
  }

  /** Refuses a tag that a list or a map cannot have; {@code own} is its standard tag. */
  static void requireCollection(String tag, String own, Position position) {
    boolean append = tag.equals(APPEND) && own.equals("seq");
    if (append || tag.equals("!") || tag.equals(STANDARD + own)) {
      return;
    }
    requireKnown(tag, position);
    throw new InvalidStack(
        Problem.of(tag + " cannot stand before a " + (own.equals("seq") ? "list" : "map"))
            .at(position)
            .advise(
                tag.equals(APPEND)
                    ? "use !append before a list; maps are merged anyway"
                    : "write its arguments as one string after " + tag));
  }

  private static void requireKnown(String tag, Position position) {
    boolean known = FUNCTIONS.contains(tag) || FAMILIES.stream().anyMatch(tag::startsWith);
    if (!known) {
      String shown = tag.startsWith(STANDARD) ? "!!" + tag.substring(STANDARD.length()) : tag;
      throw new InvalidStack(
          Problem.of("unsupported YAML tag " + shown)
              .at(position)
              .advise(
                  Nearest.advice(tag, FUNCTIONS)
                      .orElse("remove the tag, or put the value into quotes if it is text")));
    }
  }
}
