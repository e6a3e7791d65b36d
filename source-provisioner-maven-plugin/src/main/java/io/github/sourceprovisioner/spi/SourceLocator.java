package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import java.util.Optional;

/**
 * Understands the URIs of one more scheme. Found by {@link java.util.ServiceLoader}; a source that
 * two locators claim is an error that names both.
 */
public interface SourceLocator {

  /**
   * The location of a source, or empty if the URI is not this locator's. Pure: no network, no file
   * system, and nothing of the source counts but its URI, version, type, path and base directory;
   * sources that agree in these are asked for once.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if the URI is this locator's
   *     and says something that cannot be meant
   */
  Optional<SourceLocation> locate(SourceSpec spec);
}
