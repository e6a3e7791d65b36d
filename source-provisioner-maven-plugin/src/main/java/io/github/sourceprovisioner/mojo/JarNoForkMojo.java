package io.github.sourceprovisioner.mojo;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Not a goal of this plugin: it tells who looks for maven-source-plugin's where to find it. */
@Mojo(name = "jar-no-fork", threadSafe = true, requiresProject = false)
public final class JarNoForkMojo extends NeighbourGoal {

  @Override
  void run() throws MojoFailureException {
    throw pointTo("jar-no-fork");
  }
}
