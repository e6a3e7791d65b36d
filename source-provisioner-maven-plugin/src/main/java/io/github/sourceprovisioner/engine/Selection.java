package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Wildcards;
import io.github.sourceprovisioner.model.Wildcards.Symbol;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The components that a run is about: each part a comma-separated list of names and globs ({@code
 * *}, {@code ?}); a part that is absent or blank selects everything.
 */
public final class Selection {

  /** Every component. */
  public static final Selection ALL =
      new Selection(Optional.empty(), Optional.empty(), Optional.empty());

  private final Predicate<String> stacks;
  private final Predicate<String> components;
  private final Predicate<String> types;
  private final String description;

  /** A selection by stack, component name and component type. */
  public Selection(Optional<String> stack, Optional<String> component, Optional<String> type) {
    stacks = anyOf("-Dsource.stack", stack);
    components = anyOf("-Dsource.component", component);
    types = anyOf("-Dsource.type", type);
    description =
        String.join(
            " ",
            List.of(
                stack.map(s -> "stack " + s).orElse(""),
                component.map(c -> "component " + c).orElse(""),
                type.map(t -> "type " + t).orElse("")));
  }

  /** Whether a component belongs to it. */
  public boolean matches(ComponentId id) {
    return stacks.test(id.stack()) && components.test(id.name()) && types.test(id.type());
  }

  /** The deployable components that belong to it. */
  Predicate<Component> deployable() {
    return component -> component.deployable() && matches(component.id());
  }

  /** Whether it selects everything. */
  public boolean isEverything() {
    return description.isBlank();
  }

  /** The selection in words, for messages. */
  @Override
  public String toString() {
    return description.strip().replaceAll(" +", " ");
  }

  private static Predicate<String> anyOf(String parameter, Optional<String> list) {
    if (list.isEmpty() || list.get().isBlank()) {
      return name -> true;
    }
    List<List<Symbol>> patterns =
        Arrays.stream(list.get().split(","))
            .map(String::strip)
            .filter(glob -> !glob.isEmpty())
            .map(Selection::pattern)
            .toList();
    if (patterns.isEmpty()) {
      throw new InvalidStack(
          Problem.of("no name in \"" + list.get() + "\"")
              .at(Position.of(parameter))
              .advise("give names or globs, separated by commas: " + parameter + "=dev,prod-*"));
    }
    return name -> patterns.stream().anyMatch(pattern -> Wildcards.matchText(pattern, name));
  }

  private static List<Symbol> pattern(String glob) {
    return glob.codePoints()
        .mapToObj(
            c ->
                switch (c) {
                  case '*' -> Symbol.ANY;
                  case '?' -> Symbol.one(any -> true);
                  default -> Symbol.literal(c);
                })
        .toList();
  }
}
