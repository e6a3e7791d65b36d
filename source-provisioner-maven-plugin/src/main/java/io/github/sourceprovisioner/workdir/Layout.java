package io.github.sourceprovisioner.workdir;

import io.github.sourceprovisioner.model.ComponentId;
import io.github.sourceprovisioner.model.PathSegment;
import io.github.sourceprovisioner.model.TreeDigest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Where everything is. The names of our own directories below the workdir root start with a dot,
 * which the encoded name of a component type never does.
 *
 * @param workdirRoot above all workdirs; absolute
 * @param stateRoot above everything that is known about them; absolute
 */
record Layout(Path workdirRoot, Path stateRoot) {

  Layout {
    workdirRoot = workdirRoot.toAbsolutePath().normalize();
    stateRoot = stateRoot.toAbsolutePath().normalize();
  }

  Path workdir(ComponentId id) {
    return workdirRoot.resolve(relative(id));
  }

  /** With slashes, which every system takes. */
  private static String relative(ComponentId id) {
    return PathSegment.encode(id.type())
        + "/"
        + PathSegment.encode(id.stack())
        + "/"
        + PathSegment.encode(id.name());
  }

  Path states() {
    return stateRoot.resolve("workdirs");
  }

  Path state(ComponentId id) {
    return states().resolve(relative(id) + ".state");
  }

  Path journals() {
    return stateRoot.resolve("journal");
  }

  Path locks() {
    return stateRoot.resolve("locks");
  }

  Path asides() {
    return stateRoot.resolve("aside");
  }

  /** Where copies grow, on the file system of the workdirs, so that a rename can move them in. */
  Path stagings() {
    return workdirRoot.resolve(".staging");
  }

  /** 64 hex digits that stand for the component in the names of journal files. */
  String key(ComponentId id) {
    byte[] bytes = relative(id).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(bytes));
  }

  /** The part of a key that names the lock: 256 lock files are enough and never pile up. */
  static String stripe(String key) {
    return key.substring(0, 2);
  }
}
