package io.github.sourceprovisioner.fetch.oci.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostsTest {

  @ParameterizedTest
  @CsvSource({
    "h.example, h.example, true",
    "H.example, h.EXAMPLE, true",
    "localhost, localhost, true",
    "127.0.0.1, 127.0.0.1, true",
    "registry.acme.example, acme.example, true",
    "registry.acme.example, git.acme.example, true",
    "registry-1.hub.example, auth.hub.example, true",
    "registry.acme.co.uk, acme.co.uk, true",
    "acme.example, evil.example, false",
    "acme.co.uk, evil.co.uk, false",
    "acme.com.au, com.au, false",
    "registry.acme.example, evil-acme.example, false",
    "registry.acme.example, acme.example.evil, false",
    "acme.example, registry.acme.example, false",
    "10.0.0.1, 9.0.0.1, false",
    "127.0.0.1, 127.0.0.2, false",
    "localhost, evil, false",
    "[::1], [::2], false"
  })
  void aTokenServiceBelongsToARegistryOfItsOwnDomain(
      String registry, String service, boolean neighbors) {
    assertThat(Hosts.areNeighbors(registry, service)).isEqualTo(neighbors);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, true",
    "LOCALHOST, true",
    "127.0.0.1, true",
    "127.1.2.3, true",
    "[::1], true",
    "127.0.0.1.evil.example, false",
    "localhost.evil.example, false",
    "0.0.0.0, false"
  })
  void thisMachineHasFewNames(String host, boolean here) {
    assertThat(Hosts.isLoopback(host)).isEqualTo(here);
  }
}
