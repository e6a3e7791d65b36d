package io.github.sourceprovisioner.mojo.maven.access;

import io.github.sourceprovisioner.spi.Console;
import java.util.Map;

/**
 * What counts for credentials beside the settings.
 *
 * @param environment the environment variables
 * @param credentialProgramsAllowed whether programs may be run for credentials
 * @param console who is told what is wrong with a netrc file
 */
public record Surroundings(
    Map<String, String> environment, boolean credentialProgramsAllowed, Console console) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }
}
