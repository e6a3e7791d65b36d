package io.github.sourceprovisioner.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What a goal did for one component.
 *
 * @param reason why, in a few words: {@code no workdir yet}, {@code main moved}
 * @param revision what the workdir holds now; empty if it holds nothing
 * @param traffic what it cost on the network; a transfer that several components share is counted
 *     for the first of them
 * @param failure present exactly if the action is {@link Action#FAILED}
 */
public record Outcome(
    ComponentId component,
    Action action,
    String reason,
    Optional<String> revision,
    Traffic traffic,
    Duration took,
    Optional<Failure> failure) {}
