package io.github.sourceprovisioner.report;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Failure;
import io.github.sourceprovisioner.model.InventoryRow;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** Rows that several tests render. */
final class Samples {

  static final Position DECLARED = new Position("src/main/stacks/dev.yaml", 14, 9);
  static final ComponentId VPC = new ComponentId("terraform", "dev", "vpc");
  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  static final SourceLocation LOCATION =
      new SourceLocation(
          "git",
          "https://example.com/acme/modules.git",
          Optional.of("v1"),
          "modules/vpc",
          Optional.empty(),
          Optional.empty(),
          new TreeMap<>(),
          new Coordinates("com.example.acme", "modules"));

  private Samples() {}

  static ModuleRow current() {
    return current(MapValue.empty(DECLARED));
  }

  static ModuleRow current(MapValue section) {
    return new ModuleRow(
        "network",
        new InventoryRow(
            component(VPC, section),
            Optional.of("example.com/acme/modules.git//modules/vpc"),
            Optional.of("v1"),
            Optional.of(Duration.ofMinutes(90)),
            Optional.of(LOCATION),
            "target/workdir/terraform/dev/vpc",
            Status.CURRENT,
            Optional.of(COMMIT),
            Optional.of("t1:sha256:ab"),
            Optional.of(Instant.parse("2026-01-02T03:04:05Z")),
            Optional.empty()));
  }

  static ModuleRow invalid(String module) {
    ComponentId id = new ComponentId("helmfile", "dev", "ingress");
    return new ModuleRow(
        module,
        new InventoryRow(
            component(id, MapValue.empty(DECLARED)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "target/workdir/helmfile/dev/ingress",
            Status.INVALID,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Failure(id, "reading its source", typo()))));
  }

  static InvalidStack typo() {
    return new InvalidStack(
        Problem.of("unknown key \"verison\"")
            .at(DECLARED)
            .advise("write version")
            .advise("remove the key"));
  }

  static Failure noTag() {
    return new Failure(
        VPC,
        "fetching " + LOCATION,
        new SourceNotFound(
            Problem.of("no such tag or branch")
                .at(DECLARED)
                .advise("pick one of v1.0.0, v2.0.0 (newest)")));
  }

  private static Component component(ComponentId id, MapValue section) {
    return new Component(id, section, true, id.name(), DECLARED, Optional.empty());
  }
}
