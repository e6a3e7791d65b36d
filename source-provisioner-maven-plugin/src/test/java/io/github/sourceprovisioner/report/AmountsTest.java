package io.github.sourceprovisioner.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 KB",
    "1049, 1.0 KB",
    "1050, 1.1 KB",
    "9949, 9.9 KB",
    "9960, 10 KB",
    "79123, 79 KB",
    "999499, 999 KB",
    "999600, 1.0 MB",
    "36000000, 36 MB",
    "2500000000, 2.5 GB",
    "7000000000000, 7.0 TB",
    "1234000000000000, 1234 TB"
  })
  void bytes_count_in_thousands(long bytes, String expected) {
    assertThat(Amounts.bytes(bytes)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0 s",
    "49, 0.0 s",
    "50, 0.1 s",
    "940, 0.9 s",
    "59949, 59.9 s",
    "59950, 1 min 0 s",
    "125000, 2 min 5 s"
  })
  void times_have_one_decimal_up_to_a_minute(long milliseconds, String expected) {
    assertThat(Amounts.took(Duration.ofMillis(milliseconds))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 0s", "45, 45s", "3600, 1h", "5400, 1h30m", "604800, 7d", "90061, 1d1h1m1s"})
  void a_time_to_live_reads_as_in_a_manifest(long seconds, String expected) {
    assertThat(Amounts.ttl(Duration.ofSeconds(seconds))).isEqualTo(expected);
  }
}
