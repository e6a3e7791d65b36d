package io.github.sourceprovisioner.fetch.oci.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", ",,", "=", "\"", "\u0000Bearer"})
  void whatIsNoChallengeIsNone(String value) {
    assertThat(Challenge.all(List.of(value))).isEmpty();
  }

  @Test
  void aValueWithoutAnEndIsNotRead() {
    assertThat(Challenge.all(List.of("Bearer realm=\"" + "a".repeat(9000) + "\""))).isEmpty();
  }

  @Test
  void whatCannotBeReadEndsTheValue() {
    assertThat(Challenge.all(List.of("Bearer realm=\"a\" service=\"b")))
        .containsExactly(new Challenge("bearer", Map.of("realm", "a")));
  }

  @Test
  void quotedCommasAndEscapesBelongToTheirValue() {
    assertThat(
            Challenge.all(
                List.of(
                    "Bearer realm=\"https://h/t?a=b,c\" , SERVICE=h,"
                        + "scope=\"repository:a/b:pull,push\",x=\"q\\\"\\\\\"")))
        .containsExactly(
            new Challenge(
                "bearer",
                Map.of(
                    "realm", "https://h/t?a=b,c",
                    "service", "h",
                    "scope", "repository:a/b:pull,push",
                    "x", "q\"\\")));
  }

  @Test
  void aRegistryMayOfferSeveralWays() {
    List<Challenge> all =
        Challenge.all(List.of("Negotiate, Basic realm=a", "Bearer realm=\"b\",realm=\"c\""));
    assertThat(all)
        .containsExactly(
            new Challenge("negotiate", Map.of()),
            new Challenge("basic", Map.of("realm", "a")),
            new Challenge("bearer", Map.of("realm", "b")));
    assertThat(Challenge.find(all, "bearer").orElseThrow().parameter("realm")).contains("b");
    assertThat(Challenge.find(all, "digest")).isEmpty();
  }
}
