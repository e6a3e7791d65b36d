package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.MapValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of Go's text/template that stack manifests need. Stricter than Go in one way: a key that
 * does not exist is an error instead of {@code <no value>}, unless {@code default}, {@code if},
 * {@code and}, {@code or} or {@code not} ask for it.
 */
public final class GoTemplate {

  private final Map<String, String> environment;

  /** Made for the first template: most manifests have none. */
  private @Nullable Functions functions;

  /**
   * An engine.
   *
   * @param environment what {@code env} reads
   */
  public GoTemplate(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether the text holds a template action at all. */
  public static boolean isTemplate(String text) {
    return text.contains("{{");
  }

  /**
   * The rendered text. What a value brings in is not rendered again.
   *
   * @param text a template, or any other text, which comes back as it is
   * @param data what a field starts from
   * @param position where the first character of the text stands; the position of a whole file
   *     without a line is fine too
   * @throws InvalidStack at the exact place of what is malformed, not supported or missing; also if
   *     the text or the result is longer than 4 MB
   */
  public String render(String text, MapValue data, Position position) {
    if (!isTemplate(text)) {
      return text;
    }
    TemplateText source = new TemplateText(text, position);
    Functions known = functions();
    return new Evaluator(source, data, known).write(new Parser(source, known.names()).parse());
  }

  private Functions functions() {
    Functions known = functions == null ? Functions.reading(environment) : functions;
    functions = known;
    return known;
  }
}
