package io.github.sourceprovisioner.spi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a fetcher may know and use while it works for one location. */
public interface FetchContext {

  /**
   * A directory of the cache that belongs to the location's coordinates and to this fetcher alone,
   * and outlives the run: a place for an object store. It exists; nobody else touches it during the
   * call. Whatever is in it may be lost between two runs.
   */
  Path store();

  /** What to present to the host of the location, if anything was configured for it. */
  Optional<Credential> credential();

  /**
   * What to present to a host that an answer leads to: of a submodule, of the store of large files.
   * What the source itself holds or names is never among it, unless the URL has the origin of the
   * location.
   */
  Optional<Credential> credential(String url);

  /** The proxy on the way to a URL; empty means the direct way. */
  Optional<ProxyServer> proxy(String url);

  /** For the debug log: which way was taken, and why. Without secrets. */
  void note(String message);

  /** Where to report requests and bytes. */
  TransferListener transfers();

  /** How long the whole call may take. */
  Duration timeout();

  /**
   * Whether a transport that anyone on the way can read and change is allowed beyond this machine.
   */
  boolean insecureAllowed();

  /**
   * Whether programs may be run that the user's own configuration of another tool names for
   * credentials. What a source says is never run.
   */
  default boolean credentialProgramsAllowed() {
    return false;
  }

  /** The Maven repositories of the build; without a build there are none. */
  default ArtifactRepositories artifacts() {
    return ArtifactRepositories.NONE;
  }
}
