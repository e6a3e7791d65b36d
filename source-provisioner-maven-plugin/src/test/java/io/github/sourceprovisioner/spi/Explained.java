package io.github.sourceprovisioner.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** What a failure tells the user. */
final class Explained {

  private Explained() {}

  /** One line without a final stop, and something to do about it. */
  static void toTheUser(Throwable failure) {
    assertThat(failure.getMessage()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
    ProvisioningException known = Assertions.assertInstanceOf(ProvisioningException.class, failure);
    assertThat(known.advice()).isNotEmpty().doesNotContain("");
  }

  /** Nothing of the failure, with all its causes, shows a secret. */
  static void without(Credential secret, Throwable failure) {
    StringWriter everything = new StringWriter();
    failure.printStackTrace(new PrintWriter(everything));
    assertThat(everything.toString()).doesNotContain(forms(secret));
  }

  /** A password as it is, and as HTTP sends it. */
  static List<String> forms(Credential secret) {
    String pair = secret.user() + ":" + secret.password();
    return List.of(secret.password(), Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }
}
