package io.github.sourceprovisioner.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.spi.ComponentType;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComponentTypesTest {

  @Test
  void the_three_types_are_found_by_the_service_loader() {
    assertThat(ServiceLoader.load(ComponentType.class))
        .extracting(ComponentType::name)
        .contains("terraform", "helmfile", "packer");
  }

  @Test
  void terraform_needs_its_source_before_it_reads_the_directory() {
    assertThat(events(new TerraformType()))
        .contains("before.terraform.init", "before.terraform.plan", "before.terraform.apply")
        .doesNotContain("before.terraform.version", "after.terraform.init");
  }

  @Test
  void helmfile_needs_its_source_before_every_command_since_none_comes_first() {
    assertThat(events(new HelmfileType()))
        .contains(
            "before.helmfile.sync",
            "before.helmfile.template",
            "before.helmfile.diff",
            "before.helmfile.apply");
  }

  @Test
  void packer_needs_its_source_before_it_reads_a_template() {
    assertThat(events(new PackerType()))
        .contains("before.packer.init", "before.packer.validate", "before.packer.build");
  }

  @Test
  void local_components_stand_below_a_directory_named_after_the_type() {
    assertThat(new HelmfileType().defaultBasePath()).isEqualTo("components/helmfile");
  }

  private static Set<String> events(ComponentType type) {
    return type.sourceEvents().stream().map(HookEvent::toString).collect(Collectors.toSet());
  }
}
