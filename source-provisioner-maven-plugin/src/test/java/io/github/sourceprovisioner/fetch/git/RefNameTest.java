package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-x",
        "--upload-pack=touch",
        "a..b",
        "v1~1",
        "HEAD~1",
        "HEAD^",
        "v1^{tree}",
        ":/msg",
        "HEAD@{1}",
        "@",
        "a.lock",
        "a.lock/b",
        "v1 ",
        "v1//sub",
        "/v1",
        "v1/",
        ".hidden",
        "a/.b",
        "v1.",
        "a*",
        "a?",
        "a[b]",
        "a\\b",
        "a:b",
        "a\u0000b",
        "a\nb",
        "a\u007fb"
      })
  void whatIsNoNameIsRefused(String ref) {
    InvalidStack failure = catchThrowableOfType(InvalidStack.class, () -> RefName.check(ref));
    assertThat(failure).hasMessageStartingWith("not the name of a git ref: ");
    assertThat(failure.getMessage()).doesNotContain("\n");
    assertThat(failure.advice())
        .containsExactly("write a tag, a branch, a full name (refs/…) or a full commit id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"v1", "feature/x", "release-1.0", "refs/pull/1/head", "a@b", "é", "1.0+build"})
  void namesAreAccepted(String ref) {
    assertThatCode(() -> RefName.check(ref)).doesNotThrowAnyException();
  }

  @Test
  void idsAreToldByTheirLength() {
    assertThat(RefName.isFullId("A".repeat(40))).isTrue();
    assertThat(RefName.isFullId("a".repeat(39))).isFalse();
    assertThat(RefName.isShortId("a".repeat(39))).isTrue();
    assertThat(RefName.isShortId("a".repeat(6))).isFalse();
    assertThat(RefName.isShortId("abcdefg")).isFalse();
  }
}
