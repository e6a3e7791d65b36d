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
    return workdirRoot
        .resolve(PathSegment.encode(id.type()))
        .resolve(PathSegment.encode(id.stack()))
        .resolve(PathSegment.encode(id.name()));
  }

  Path states() {
    return stateRoot.resolve("workdirs");
  }

  Path state(ComponentId id) {
    Path relative = workdirRoot.relativize(workdir(id));
    Path file = states().resolve(relative.toString());
    return file.resolveSibling(file.getFileName() + ".state");
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
    String path = workdirRoot.relativize(workdir(id)).toString().replace('\\', '/');
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(TreeDigest.sha256().digest(bytes));
  }

  /** The part of a key that names the lock: 256 lock files are enough and never pile up. */
  static String stripe(String key) {
    return key.substring(0, 2);
  }
}
