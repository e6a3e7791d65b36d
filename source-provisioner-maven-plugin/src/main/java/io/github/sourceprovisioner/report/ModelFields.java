package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.InventoryRow;
import io.github.sourceprovisioner.model.SourceLocation;
import java.time.Instant;
import java.util.Optional;

/**
 * The objects that machines read. Names and order of the keys are a promise: additions only, at the
 * end.
 */
final class ModelFields {

  private ModelFields() {}

  /** What {@code list} prints for one component. */
  static Fields of(ModuleRow moduleRow) {
    InventoryRow row = moduleRow.row();
    ComponentId id = row.component().id();
    return new Fields()
        .with("module", moduleRow.module())
        .with("stack", id.stack())
        .with("type", id.type())
        .with("component", id.name())
        .with("uri", row.uri())
        .with("version", row.version())
        .with("ttl", row.ttl().map(Amounts::ttl))
        .with("location", location(row.location()))
        .with("workdir", row.workdir())
        .with("status", row.status().toString())
        .with("revision", row.revision())
        .with("treeHash", row.treeHash())
        .with("provisionedAt", row.provisionedAt().map(Instant::toString))
        .with("error", error(row.failure().map(Failure::reason)));
  }

  /** A location, or null. */
  static Node location(Optional<SourceLocation> location) {
    return location
        .<Node>map(
            known ->
                new Fields()
                    .with("scheme", known.scheme())
                    .with("url", known.url())
                    .with("ref", known.ref())
                    .with("subdir", known.subdir())
                    .with("archive", known.archive())
                    .with("checksum", known.checksum())
                    .with("coordinates", known.coordinates().toString())
                    .done())
        .orElse(Node.NULL);
  }

  /** A failure, or null. */
  static Node error(Optional<ProvisioningException> failure) {
    return failure
        .<Node>map(
            known ->
                new Fields()
                    .with("kind", known.kind())
                    .with("code", known.code().number())
                    .with("message", known.problem().message())
                    .with("file", known.position().map(Position::file))
                    .with("line", counted(known.position().map(Position::line)))
                    .with("column", counted(known.position().map(Position::column)))
                    .with("advice", known.advice())
                    .done())
        .orElse(Node.NULL);
  }

  /** Lines and columns count from 1; a position without one says 0, a document null. */
  private static Node counted(Optional<Integer> number) {
    return number
        .filter(known -> known > 0)
        .<Node>map(known -> new Node.Bare(known.toString()))
        .orElse(Node.NULL);
  }
}
