package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.locate.Locators;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.ProvisionSettings;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.stack.ProjectConfig;
import io.github.sourceprovisioner.stack.Stacks;
import io.github.sourceprovisioner.stack.source.ProvisionParser;
import io.github.sourceprovisioner.stack.source.SourceParser;
import io.github.sourceprovisioner.stack.source.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns components into targets. Pure, but for what the parsers read of the environment. */
final class Planner {

  private final SourceParser sources;
  private final ProvisionParser provisions;
  private final Locators locators;
  private final Optional<Duration> ttl;

  Planner(SourceParser sources, Locators locators, Optional<Duration> ttl) {
    this.sources = sources;
    this.provisions = new ProvisionParser();
    this.locators = locators;
    this.ttl = ttl;
  }

  /** The targets among the components that are wanted. */
  Plan plan(Stacks stacks, Predicate<Component> wanted) {
    List<Target> targets = new ArrayList<>();
    List<Plan.Invalid> invalid = new ArrayList<>();
    for (Component component : stacks.components()) {
      if (wanted.test(component)) {
        try {
          target(component, stacks.config()).ifPresent(targets::add);
        } catch (ProvisioningException e) {
          Failure failure = new Failure(component.id(), "reading its source", placed(e, component));
          invalid.add(new Plan.Invalid(component, failure));
        }
      }
    }
    return new Plan(targets, invalid);
  }

  private Optional<Target> target(Component component, ProjectConfig config) {
    component
        .invalid()
        .ifPresent(
            reason -> {
              throw reason;
            });
    MapValue defaults = config.provisionDefaults();
    ProvisionSettings settings = provisions.parse(component.section(), defaults);
    Optional<SourceSpec> spec =
        settings.sourceEnabled() ? sources.parse(component) : Optional.empty();
    if (spec.isEmpty() && settings.workdirEnabled()) {
      spec = Optional.of(LocalComponent.spec(component, config));
    }
    return spec.map(
        s ->
            new Target(component, settings, s, locators.locate(s), lifetime(s, component, config)));
  }

  private static ProvisioningException placed(ProvisioningException e, Component component) {
    return e.position().isPresent() ? e : e.at(component.position());
  }

  private static Duration span(Scalar written) {
    return TimeSpan.parse(written.text(), written.position());
  }

  private Duration lifetime(SourceSpec spec, Component component, ProjectConfig config) {
    return spec.ttl()
        .or(
            () ->
                Optional.ofNullable(config.sourceTtl().get(component.id().type()))
                    .map(Planner::span))
        .or(() -> ttl)
        .orElse(Freshness.DEFAULT_TTL);
  }
}
