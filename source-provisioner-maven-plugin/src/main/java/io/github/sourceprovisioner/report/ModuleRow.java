package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.model.InventoryRow;

/**
 * A component and the Maven module that it belongs to.
 *
 * @param module how users tell modules apart: the artifact id
 * @param row what is known about the component
 */
public record ModuleRow(String module, InventoryRow row) {}
