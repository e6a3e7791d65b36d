package io.github.sourceprovisioner.mojo;

import org.apache.maven.plugin.MojoFailureException;

/** A goal that belongs to maven-source-plugin, which shares our prefix. */
abstract class NeighbourGoal extends SourceGoal {

  /** The failure that names the command which does what the user meant. */
  final MojoFailureException pointTo(String goal) {
    return new MojoFailureException(
        ("source:%s belongs to maven-source-plugin, but in this project the prefix 'source' means"
                + " the Source Provisioner, which packs no sources. Run mvn"
                + " org.apache.maven.plugins:maven-source-plugin:%s, or list maven-source-plugin"
                + " above %s in <build><plugins>")
            .formatted(goal, goal, execution().getArtifactId()));
  }
}
