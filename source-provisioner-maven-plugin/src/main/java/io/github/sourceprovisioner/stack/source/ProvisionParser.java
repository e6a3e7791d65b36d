package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.ProvisionSettings;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads {@code provision.source}, {@code provision.workdir} and its synonym {@code
 * metadata.workdir}. The other keys below {@code provision} belong to other provisioners.
 */
public final class ProvisionParser {

  private static final String NOUN = "a provision section";
  private static final String ENABLED = "enabled";
  private static final List<String> SOURCE_KEYS = List.of(ENABLED, "force", "timeout");
  private static final List<String> WORKDIR_KEYS = List.of(ENABLED);
  private static final ProvisionSettings NOTHING_SAID =
      new ProvisionSettings(true, false, Optional.empty(), false);

  /**
   * The settings of one component. A key that the component does not write comes from the defaults;
   * without either, the source is enabled, and nothing else.
   *
   * @param section the whole merged component
   * @param defaults a map of the shape of {@code provision}; may be empty
   * @throws InvalidStack if a key is unknown or a value has the wrong type
   */
  public ProvisionSettings parse(MapValue section, MapValue defaults) {
    if (defaults.entries().isEmpty() && saysNothing(section)) {
      return NOTHING_SAID;
    }
    Written own = written(child("", section, "provision"));
    Written usual = written(Optional.of(root("provision", defaults)));
    Optional<Flag> workdir = agreed(own.workdir(), synonym(section)).or(usual::workdir);
    return new ProvisionSettings(
        own.enabled().or(usual::enabled).orElse(true),
        own.force().or(usual::force).orElse(false),
        own.timeout().or(usual::timeout),
        workdir.map(Flag::value).orElse(false));
  }

  /** Nearly every component. */
  private static boolean saysNothing(MapValue section) {
    return section.get("provision").isEmpty() && section.get("metadata").isEmpty();
  }

  /** A boolean and the section that holds it under {@link #key}. */
  private record Flag(boolean value, Section section, String key) {

    @Override
    public String toString() {
      return section.name() + "." + key + " at " + section.map().keyPosition(key);
    }
  }

  /** What one {@code provision} map says. */
  private record Written(
      Optional<Boolean> enabled,
      Optional<Boolean> force,
      Optional<Duration> timeout,
      Optional<Flag> workdir) {}

  private static Written written(Optional<Section> provision) {
    Optional<Section> source = provision.flatMap(p -> child(p.name(), p.map(), "source"));
    Optional<Section> workdir = provision.flatMap(p -> child(p.name(), p.map(), "workdir"));
    source.ifPresent(section -> section.allowOnly(SOURCE_KEYS));
    workdir.ifPresent(section -> section.allowOnly(WORKDIR_KEYS));
    return new Written(
        source.flatMap(section -> section.flag(ENABLED)),
        source.flatMap(section -> section.flag("force")),
        source.flatMap(ProvisionParser::timeout),
        workdir.flatMap(section -> enabled(section, ENABLED)));
  }

  private static Optional<Flag> synonym(MapValue section) {
    Optional<Section> metadata = child("", section, "metadata");
    Optional<Value> workdir = metadata.flatMap(m -> m.map().get("workdir"));
    if (workdir.isEmpty()) {
      return Optional.empty();
    }
    if (workdir.get() instanceof MapValue map) {
      Section inner = root("metadata.workdir", map);
      inner.allowOnly(WORKDIR_KEYS);
      return enabled(inner, ENABLED);
    }
    return metadata.flatMap(m -> enabled(m, "workdir"));
  }

  private static Optional<Flag> enabled(Section section, String key) {
    return section.flag(key).map(value -> new Flag(value, section, key));
  }

  private static Optional<Flag> agreed(Optional<Flag> provision, Optional<Flag> synonym) {
    if (provision.isPresent()
        && synonym.isPresent()
        && provision.get().value() != synonym.get().value()) {
      Flag other = synonym.get();
      throw new InvalidStack(
          Problem.of(provision.get() + " and " + other + " do not agree")
              .at(other.section().map().keyPosition(other.key()))
              .advise("keep one of the two, best 'provision.workdir.enabled'"));
    }
    return provision.or(() -> synonym);
  }

  private static Optional<Duration> timeout(Section source) {
    Optional<Section.Text> text = source.text("timeout", Section.STRING_OR_NUMBER);
    Optional<Duration> timeout = text.map(t -> TimeSpan.parse(t.value(), t.position()));
    if (timeout.filter(Duration::isZero).isPresent()) {
      throw new InvalidStack(
          Problem.of(source.name() + ".timeout leaves no time at all")
              .at(source.map().keyPosition("timeout"))
              .advise("write a duration such as 5m, or remove the key"));
    }
    return timeout;
  }

  /** The map under a key; an empty key counts as absent. */
  private static Optional<Section> child(String name, MapValue parent, String key) {
    boolean isNull =
        parent.get(key).filter(v -> v instanceof Scalar scalar && scalar.isNull()).isPresent();
    return isNull ? Optional.empty() : root(name, parent).section(key);
  }

  private static Section root(String name, MapValue map) {
    return new Section(name, NOUN, map, Interpolation.NONE);
  }
}
