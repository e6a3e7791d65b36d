package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.cache.Freshness;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.locate.Locators;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.ProvisionSettings;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.stack.ProjectConfig;
import io.github.sourceprovisioner.stack.Stacks;
import io.github.sourceprovisioner.stack.source.ProvisionParser;
import io.github.sourceprovisioner.stack.source.SourceParser;
import io.github.sourceprovisioner.stack.source.TimeSpan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Turns components into targets. Pure, but for what the parsers read of the environment. */
final class Planner {

  private final SourceParser sources;
  private final ProvisionParser provisions;
  private final Locators locators;
  private final Optional<Duration> ttl;
  private final Map<List<Object>, SourceLocation> located = new HashMap<>();

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
        Optional<SourceSpec> spec = Optional.empty();
        try {
          ProvisionSettings settings = settings(component, stacks.config());
          spec = spec(component, settings, stacks.config());
          if (spec.isPresent()) {
            targets.add(target(component, settings, spec.get(), stacks.config()));
          }
        } catch (ProvisioningException e) {
          Failure failure = new Failure(component.id(), "reading its source", placed(e, component));
          invalid.add(new Plan.Invalid(component, spec, failure));
        }
      }
    }
    return Agreement.in(new Plan(targets, invalid));
  }

  private ProvisionSettings settings(Component component, ProjectConfig config) {
    component
        .invalid()
        .ifPresent(
            reason -> {
              throw reason;
            });
    return provisions.parse(component.section(), config.provisionDefaults());
  }

  private Optional<SourceSpec> spec(
      Component component, ProvisionSettings settings, ProjectConfig config) {
    Optional<SourceSpec> written =
        settings.sourceEnabled() ? sources.parse(component) : Optional.empty();
    return written.isEmpty() && settings.workdirEnabled()
        ? Optional.of(LocalComponent.spec(component, config))
        : written;
  }

  private Target target(
      Component component, ProvisionSettings settings, SourceSpec spec, ProjectConfig config) {
    return new Target(
        component,
        settings,
        spec,
        location(spec),
        Requester.of(spec),
        lifetime(spec, component, config));
  }

  /** Many components have one source, and what it means does not depend on who asks. */
  private SourceLocation location(SourceSpec spec) {
    List<Object> question = question(spec);
    SourceLocation known = located.get(question);
    if (known == null) {
      known = locators.locate(spec);
      located.put(question, known);
    }
    return known;
  }

  /** All of a source that says where it is. */
  private static List<Object> question(SourceSpec spec) {
    return List.of(spec.uri(), spec.version(), spec.type(), spec.path(), spec.baseDirectory());
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
