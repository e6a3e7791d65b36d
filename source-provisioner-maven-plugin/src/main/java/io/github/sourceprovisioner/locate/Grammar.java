package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceLocation;

/** What the sources of one scheme look like. */
interface Grammar {

  /**
   * The location of a source of this scheme.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if it says something that
   *     cannot be meant
   */
  SourceLocation locate(Reading reading);
}
