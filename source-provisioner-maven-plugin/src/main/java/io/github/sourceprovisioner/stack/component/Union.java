package io.github.sourceprovisioner.stack.component;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Several manifests with one name are one stack. A component that two of them have must come out
 * the same in both; the first file stands for it. Abstract components may differ: nothing is made
 * of them.
 */
public final class Union {

  private static final Comparator<ComponentId> ORDER =
      Comparator.comparing(ComponentId::stack)
          .thenComparing(ComponentId::type)
          .thenComparing(ComponentId::name);

  private final ProjectFiles files;

  /** A union whose messages name files as {@code files} does. */
  public Union(ProjectFiles files) {
    this.files = files;
  }

  /** One component for each id, sorted by stack, type and name. */
  public List<Component> of(List<Assembled> all) {
    Map<ComponentId, Assembled> first = new LinkedHashMap<>();
    for (Assembled next : all) {
      first.merge(next.component().id(), next, this::same);
    }
    return first.values().stream()
        .map(Assembled::component)
        .sorted(Comparator.comparing(Component::id, ORDER))
        .toList();
  }

  private Assembled same(Assembled one, Assembled other) {
    Component kept = one.component();
    Component next = other.component();
    if (kept.invalid().isPresent()) {
      return one;
    }
    if (next.invalid().isPresent()) {
      return invalid(one, next.invalid().get());
    }
    boolean used = kept.deployable() || next.deployable();
    return !used || equal(kept.section(), next.section())
        ? one
        : invalid(one, conflict(one, other));
  }

  private InvalidStack conflict(Assembled one, Assembled other) {
    ComponentId id = one.component().id();
    return new InvalidStack(
        Problem.of(
                String.format(
                    "component '%s' of stack '%s' is different in %s and %s",
                    id.name(),
                    id.stack(),
                    files.name(one.manifest().file()),
                    files.name(other.manifest().file())))
            .at(other.component().position())
            .advise("remove it from one of the two, or give the two stacks different names"));
  }

  private static Assembled invalid(Assembled one, ProvisioningException reason) {
    Component kept = one.component();
    Component invalid =
        new Component(
            kept.id(),
            kept.section(),
            kept.deployable(),
            kept.directory(),
            kept.position(),
            Optional.of(reason));
    return new Assembled(invalid, one.manifest(), true);
  }

  /** Equal wherever they were written. */
  private static boolean equal(Value one, Value other) {
    if (one instanceof Scalar a && other instanceof Scalar b) {
      return a.text().equals(b.text()) && a.kind() == b.kind() && a.function().equals(b.function());
    }
    if (one instanceof ListValue a && other instanceof ListValue b) {
      return a.items().size() == b.items().size() && equalItems(a.items(), b.items());
    }
    return one instanceof MapValue a
        && other instanceof MapValue b
        && a.entries().keySet().equals(b.entries().keySet())
        && a.entries().entrySet().stream()
            .allMatch(e -> b.get(e.getKey()).filter(v -> equal(e.getValue(), v)).isPresent());
  }

  private static boolean equalItems(List<Value> some, List<Value> others) {
    for (int i = 0; i < some.size(); i++) {
      if (!equal(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }
}
