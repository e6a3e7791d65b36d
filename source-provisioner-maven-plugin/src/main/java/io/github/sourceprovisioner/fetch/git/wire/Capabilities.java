package io.github.sourceprovisioner.fetch.git.wire;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * What a host can do (gitprotocol-v2, Capability Advertisement).
 *
 * @param values name to value; a name without a value has an empty one
 */
public record Capabilities(Map<String, String> values) {

  /** Nothing at all. */
  public static final Capabilities NONE = new Capabilities(Map.of());

  private static final String FORMAT = "object-format";

  public Capabilities {
    values = Map.copyOf(values);
  }

  /** Whether commits can be had without their history. */
  public boolean shallow() {
    return feature("fetch", "shallow");
  }

  /** Whether files can be left out of what is fetched. */
  public boolean filter() {
    return feature("fetch", "filter");
  }

  /** Whether the host tells of a {@code HEAD} that no commit stands behind. */
  boolean unborn() {
    return feature("ls-refs", "unborn");
  }

  /** How the host names its objects, where it says so. */
  public Optional<String> objectFormat() {
    return Optional.ofNullable(values.get(FORMAT));
  }

  /** How every command starts: its name, and what concerns the connection. */
  PacketWriter command(String name) {
    PacketWriter writer = new PacketWriter().line("command=" + name);
    if (values.containsKey("agent")) {
      writer.line("agent=source-provisioner");
    }
    objectFormat().ifPresent(format -> writer.line(FORMAT + "=" + format));
    return writer.delimiter();
  }

  private boolean feature(String command, String feature) {
    String features = values.getOrDefault(command, "");
    return Arrays.asList(features.split(" ", -1)).contains(feature);
  }
}
