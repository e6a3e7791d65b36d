package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.PathSegment;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one entry.
 *
 * @param directory the one of the revision; other subdirectories of it have entries there, too
 * @param base how the names of all files of this entry start
 */
record EntryFiles(Path directory, String base) {

  /** What stands after the base of a marker's name. */
  static final String MARKER = ".properties";

  /** The content. */
  Path zip() {
    return directory.resolve(base + ".zip");
  }

  /** The digest of the zip in hex, as repository managers read it. */
  Path checksum() {
    return directory.resolve(base + ".zip.sha256");
  }

  /** The lines whose SHA-256 is the tree hash. */
  Path lines() {
    return directory.resolve(base + ".t1");
  }

  /** Where it came from; written last, so an entry without it is none. */
  Path marker() {
    return directory.resolve(base + MARKER);
  }

  /** Everything, marker first: the order of removal. Publishing is the other way round. */
  List<Path> all() {
    return List.of(marker(), lines(), checksum(), zip());
  }

  /** How the names of the files start that say who used the entry, and when. */
  String usePrefix() {
    return "." + base + ".used.";
  }

  /** The file whose time is the last use by a component type. */
  Path use(String type) {
    return directory.resolve(usePrefix() + PathSegment.encode(type));
  }
}
