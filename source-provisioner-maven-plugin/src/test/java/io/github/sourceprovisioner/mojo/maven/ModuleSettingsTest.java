package io.github.sourceprovisioner.mojo.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class ModuleSettingsTest {

  private static final String KEY = "io.github.source-provisioner:source-provisioner-maven-plugin";

  private static ModuleSettings settings(String configuration) throws Exception {
    Plugin plugin = new Plugin();
    plugin.setGroupId(KEY.substring(0, KEY.indexOf(':')));
    plugin.setArtifactId(KEY.substring(KEY.indexOf(':') + 1));
    plugin.setConfiguration(
        Xpp3DomBuilder.build(
            new StringReader("<configuration>" + configuration + "</configuration>")));
    Build build = new Build();
    build.addPlugin(plugin);
    Model model = new Model();
    model.setBuild(build);
    return new ModuleSettings(new MavenProject(model), KEY);
  }

  @Test
  void theModulesOwnValueWins() throws Exception {
    assertThat(settings("<stacksDirectory>own</stacksDirectory>").get("stacksDirectory", "root's"))
        .contains("own");
  }

  @Test
  void whatTheModuleDoesNotSayComesFromTheRunningGoal() throws Exception {
    assertThat(settings("<other>x</other>").get("stacksDirectory", "root's")).contains("root's");
    assertThat(settings("<stacksDirectory/>").get("stacksDirectory", null)).isEmpty();
  }

  @Test
  void aValueThatMavenHasNotInterpolatedIsNotTaken() throws Exception {
    assertThat(
            settings("<stacksDirectory>${unknown}/x</stacksDirectory>")
                .get("stacksDirectory", "root's"))
        .contains("root's");
  }

  @Test
  void aModuleWithoutThePluginIsConfiguredByTheRunningGoal() {
    assertThat(new ModuleSettings(new MavenProject(), KEY).get("stacksDirectory", "root's"))
        .contains("root's");
  }
}
