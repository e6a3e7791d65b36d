package io.github.sourceprovisioner.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.ComponentId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final ComponentId VPC = new ComponentId("terraform", "plat-ue2-prod", "vpc");

  @Test
  void anEmptySelectionTakesEverything() {
    assertThat(Selection.ALL.matches(VPC)).isTrue();
    assertThat(Selection.ALL.isEverything()).isTrue();
  }

  @Test
  void everyPartMustMatchAndEachIsAListOfGlobs() {
    assertThat(selection("*-prod", "vpc, eks", "terraform").matches(VPC)).isTrue();
    assertThat(selection("plat-ue?-prod", "*", "").matches(VPC)).isTrue();
    assertThat(selection("dev", "vpc", "").matches(VPC)).isFalse();
    assertThat(selection("", "vp", "").matches(VPC)).isFalse();
    assertThat(selection("", "", "helmfile").matches(VPC)).isFalse();
  }

  @Test
  void charactersOfRegularExpressionsMeanThemselves() {
    assertThat(selection("", "v.c", "").matches(VPC)).isFalse();
    assertThat(selection("", "(vpc", "").matches(VPC)).isFalse();
  }

  @Test
  void aListOfNothingIsRefusedWithAdvice() {
    assertThatThrownBy(() -> selection(",", "", ""))
        .isInstanceOfSatisfying(
            InvalidStack.class,
            e -> {
              assertThat(e).hasMessage("no name in \",\"");
              assertThat(e.advice()).singleElement().asString().contains("-Dsource.stack=dev");
            });
  }

  private static Selection selection(String stack, String component, String type) {
    return new Selection(Optional.of(stack), Optional.of(component), Optional.of(type));
  }
}
