package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.List;
import java.util.Optional;

/** Directories and archives on this machine. */
final class FileLocator implements Grammar {

  @Override
  public SourceLocation locate(Reading reading) {
    reading.query().allowOnly(ObjectOptions.PARAMETERS, "a local source");
    reading.refuseFragment();
    RequestedVersion.refuseUnused(reading, "a local source");
    LocalPath path = LocalPath.of(reading.place(), reading);
    return new SourceLocation(
        Schemes.FILE,
        path.url(),
        Optional.empty(),
        reading.subdir(),
        Archives.of(reading, "/" + String.join("/", path.names())),
        Checksum.of(reading),
        ObjectOptions.of(reading),
        PlaceName.local(List.of("file"), path.names()));
  }
}
