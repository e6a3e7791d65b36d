package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Value;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML as Go's {@code yaml.v3} understands it, with the tags of stack manifests. Every value
 * and key keeps its place and every scalar its text. Nothing that could be meant in two ways is
 * guessed: duplicate keys, several documents, unknown tags and values that grow without measure are
 * refused.
 */
public final class YamlReader {

  /** What the parser reads; templates may have made more of a file. */
  private static final int MOST_CHARACTERS = 3 * 1024 * 1024;

  private YamlReader() {}

  /**
   * The map that a file holds.
   *
   * @param file how messages name the file
   * @return an empty map for an empty file
   * @throws InvalidStack if the text is no YAML, or holds no map
   */
  public static MapValue readMap(String text, String file, Inclusion inclusion) {
    Value value = read(text, file, inclusion);
    if (value instanceof MapValue map) {
      return map;
    }
    throw new InvalidStack(
        Problem.of("the file holds " + value.describe() + ", not a map")
            .at(value.position())
            .advise("start it with a key such as components: or import:"));
  }

  /**
   * The value that a file holds.
   *
   * @param file how messages name the file
   * @return an empty map for an empty file
   * @throws InvalidStack if the text is no YAML
   */
  public static Value read(String text, String file, Inclusion inclusion) {
    requireReadable(text, file);
    try {
      ParserImpl events = new ParserImpl(new StreamReader(text), new LoaderOptions());
      return new TreeBuilder(events, file, inclusion).document();
    } catch (MarkedYAMLException e) {
      throw invalid(e, file);
    } catch (ReaderException e) {
      String hex = String.format("%04X", e.getCodePoint());
      throw new InvalidStack(
          Problem.of("the file holds the control character U+" + hex)
              .at(place(text, e.getPosition(), file))
              .advise("remove it, or write it as an escape in double quotes")
              .because(e));
    }
  }

  private static void requireReadable(String text, String file) {
    if (text.length() > MOST_CHARACTERS) {
      throw new InvalidStack(
          Problem.of("the file is too long to be read")
              .at(Position.of(file))
              .advise("split the file, and use imports"));
    }
  }

  static Position position(String file, Mark mark) {
    return new Position(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static InvalidStack invalid(MarkedYAMLException e, String file) {
    @Nullable Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    String what = String.valueOf(e.getProblem()).lines().findFirst().orElse("");
    boolean tab = what.contains("\\t");
    return new InvalidStack(
        Problem.of(tab ? "a tab cannot indent YAML" : "the file is not valid YAML: " + what)
            .at(mark == null ? Position.of(file) : position(file, mark))
            .advise(
                tab
                    ? "indent with spaces"
                    : "check the indentation and the quotes in this line and the one before")
            .because(e));
  }

  private static Position place(String text, int index, String file) {
    String before = text.substring(0, Math.min(index, text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Position(file, line, before.length() - before.lastIndexOf('\n'));
  }
}
