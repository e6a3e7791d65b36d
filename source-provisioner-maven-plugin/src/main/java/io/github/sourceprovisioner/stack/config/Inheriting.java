package io.github.sourceprovisioner.stack.config;

/**
 * The section {@code stacks.inherit}.
 *
 * @param metadata whether {@code metadata} comes from base components
 * @param source whether {@code source} and {@code provision} come from base components
 */
public record Inheriting(boolean metadata, boolean source) {}
