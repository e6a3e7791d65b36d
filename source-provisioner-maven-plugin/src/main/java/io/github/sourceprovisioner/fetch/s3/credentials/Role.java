package io.github.sourceprovisioner.fetch.s3.credentials;

import java.util.Optional;

/**
 * A role to take on.
 *
 * @param arn its name
 * @param session what its log calls us
 * @param external the id that the owner of the role gave us
 * @param origin how messages name the key of the role
 */
record Role(String arn, String session, Optional<String> external, String origin) {

  /** What the logs of roles call us, unless the user says otherwise. */
  static final String SESSION = "source-provisioner";
}
