package io.github.sourceprovisioner.fetch.azure.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.azure.proof.BearerToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An application of Entra ID: a service principal with a secret, or one that trusts the token of a
 * pod or a build. The variables are those of Azure's default chain; without them, those of
 * Terraform's {@code azurerm}.
 */
record Application(Asking asking) {

  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
  private static final long LONGEST = 64 * 1024;

  /** The token; empty if the variables name no application, or nothing that proves it. */
  Optional<BearerToken> find() throws IOException, InterruptedException {
    Optional<BearerToken> found = find("AZURE_", "AZURE_FEDERATED_TOKEN_FILE");
    return found.isPresent() ? found : find("ARM_", "ARM_OIDC_TOKEN_FILE_PATH");
  }

  private Optional<BearerToken> find(String prefix, String tokenFile)
      throws IOException, InterruptedException {
    Machine machine = asking.machine();
    Optional<String> tenant = machine.value(prefix + "TENANT_ID");
    Optional<String> client = machine.value(prefix + "CLIENT_ID");
    if (tenant.isEmpty() || client.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> form = new TreeMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", client.get());
    form.put("scope", TokenAnswer.RESOURCE + ".default");
    Optional<String> secret = machine.value(prefix + "CLIENT_SECRET");
    Optional<String> file = machine.value(tokenFile);
    if (secret.isPresent()) {
      form.put("client_secret", secret.get());
    } else if (file.isPresent()) {
      form.put("client_assertion_type", ASSERTION);
      form.put("client_assertion", read(file.get(), tokenFile));
    } else {
      return Optional.empty();
    }
    String origin = "the application of " + prefix + "CLIENT_ID";
    return Optional.of(new Issuer(asking).token(tenant.get(), form, origin));
  }

  private static String read(String name, String variable) {
    try {
      Path file = Path.of(name);
      if (Files.size(file) <= LONGEST) {
        return Files.readString(file).strip();
      }
      throw new IOException("more than " + LONGEST + " bytes");
    } catch (IOException | InvalidPathException e) {
      throw new AccessDenied(
          Problem.of("the file of " + variable + " cannot be read")
              .because(e)
              .advise("check " + variable));
    }
  }
}
