package io.github.sourceprovisioner.fetch.azure.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.fixture.RecordingContext;
import io.github.sourceprovisioner.server.Script;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A machine whose variables and services a test decides, and an account in the public cloud. */
final class TokenLab {

  static final String TOKEN = "{\"access_token\":\"T\",\"expires_in\":3600}";

  private static final Holder HOLDER =
      new Holder("acme", URI.create("https://acme.blob.core.windows.net"));

  final RecordingContext context = new RecordingContext();
  final Map<String, String> environment = new TreeMap<>();
  final List<String> heard = new CopyOnWriteArrayList<>();
  Instant now = Instant.parse("2026-11-21T12:00:00Z");
  URI metadata = URI.create("http://127.0.0.1:1");
  private Optional<Proofs> proofs = Optional.empty();

  Optional<Proof> find() throws IOException, InterruptedException {
    if (proofs.isEmpty()) {
      proofs = Optional.of(new Proofs(new Machine(environment, metadata), () -> now));
    }
    return proofs.get().find(HOLDER, context);
  }

  Proof token(String origin, long seconds) {
    return new BearerToken("T", origin, Optional.of(now.plusSeconds(seconds)));
  }

  /** The failure is of a kind, says this, advises that, and shows no secret. */
  void assertRefused(Class<? extends ProvisioningException> kind, String message, String advice) {
    ProvisioningException refusal = catchThrowableOfType(kind, this::find);
    assertThat(refusal).hasMessage(message).hasMessageNotContaining("canary");
    assertThat(refusal.advice().get(0)).isEqualTo(advice);
  }

  /** Answers, and remembers the whole request. */
  Script answer(String status, String body) {
    return wire -> {
      heard.add(wire.request());
      wire.send(
          "HTTP/1.1 %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(status, body.length(), body));
    };
  }
}
