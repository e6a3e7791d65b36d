package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.spi.Credential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** The {@code sshkey} parameter: a private key in standard base64. */
final class SshKey {

  private SshKey() {}

  /** The user of the URL with the text of the key; empty if no key is given. */
  static Optional<Credential> of(Reading reading) {
    Optional<String> written = reading.query().value("sshkey");
    if (written.isEmpty()) {
      return Optional.empty();
    }
    String url = ShortSsh.url(reading.place(), reading.refusals()).orElse(reading.place());
    if (!url.startsWith("ssh://")) {
      throw reading.invalid("the parameter 'sshkey' without ssh", "write ssh://user@host/path");
    }
    Address address = Address.of(url, Set.of("ssh"), reading.refusals());
    try {
      byte[] key = Base64.getDecoder().decode(written.get().replace(' ', '+'));
      String text = new String(key, StandardCharsets.UTF_8);
      return Optional.of(
          new Credential(
              InlineCredentials.ID,
              address.userInfo().user(),
              "",
              Optional.of(text),
              Optional.empty()));
    } catch (IllegalArgumentException e) {
      throw reading.invalid("a parameter 'sshkey' that is not base64", "encode it with base64 -w0");
    }
  }
}
