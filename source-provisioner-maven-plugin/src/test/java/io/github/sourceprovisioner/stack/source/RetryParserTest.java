package io.github.sourceprovisioner.stack.source;

import static io.github.sourceprovisioner.stack.ManifestFixture.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.stack.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x | source.retry must be a map, but is a string | write the keys below 'retry:', indented",
        "{max_attempt: 3} | unknown key 'max_attempt' in source.retry"
            + " | write 'max_attempts' instead of 'max_attempt'",
        "{max_attempts: 0} | source.retry.max_attempts cannot be '0'"
            + " | write a whole number from 1 to 100",
        "{max_attempts: 1.5} | source.retry.max_attempts cannot be '1.5'"
            + " | write a whole number from 1 to 100",
        "{max_attempts: '3'} | source.retry.max_attempts must be a number, but is a string"
            + " | write a number, without quotes",
        "{multiplier: 0.5} | source.retry.multiplier cannot be '0.5' | write a number from 1 to 100",
        "{random_jitter: 1.1} | source.retry.random_jitter cannot be '1.1'"
            + " | write a number from 0 to 1",
        "{random_jitter: .nan} | source.retry.random_jitter cannot be '.nan'"
            + " | write a number from 0 to 1",
        "{initial_delay: -1s} | '-1s' is not a delay | write 300ms, 1.5s, 2m or 1h30m (at most 100"
            + " years), or a number of seconds",
        "{initial_delay: 5s, max_delay: 1s} | source.retry.max_delay is shorter than the initial"
            + " delay | make 'max_delay' longer, or 'initial_delay' shorter",
        "{backoff_strategy: lineer} | source.retry.backoff_strategy cannot be 'lineer'"
            + " | write 'linear' instead of 'lineer'"
      })
  void refusesABadRetry(String retry, String message, String advice) {
    Refusal refusal = Refusal.of(() -> parse(retry));

    assertThat(refusal.message()).isEqualTo(message);
    assertThat(refusal.advice()).isEqualTo(advice);
    assertThat(refusal.place()).startsWith("stacks/dev.yaml:3:");
  }

  @Test
  void takesTheDefaultsForWhatIsNotWritten() {
    assertThat(parse("{}")).isEqualTo(Retry.DEFAULT);
    assertThat(parse("{initial_delay: 1m}").maxDelay()).isEqualTo(Duration.ofMinutes(1));
  }

  private static Retry parse(String retry) {
    MapValue source = yaml("uri: u", "# a comment", "retry: " + retry);
    return new Section("source", "a source", source, Interpolation.NONE)
        .section("retry")
        .map(RetryParser::parse)
        .orElseThrow();
  }
}
