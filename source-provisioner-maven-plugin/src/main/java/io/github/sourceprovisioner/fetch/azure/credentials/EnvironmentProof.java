package io.github.sourceprovisioner.fetch.azure.credentials;

import io.github.sourceprovisioner.fetch.azure.proof.AccountKey;
import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.fetch.azure.proof.SharedAccess;
import io.github.sourceprovisioner.spi.FetchContext;
import java.util.List;
import java.util.Optional;

/**
 * The keys and signatures that the variables of the Azure CLI and of Terraform's {@code azurerm}
 * backend hold, in this order. Those of the CLI are left out if they name another account.
 */
record EnvironmentProof(Machine machine) {

  private static final String ACCOUNT = "AZURE_STORAGE_ACCOUNT";

  private static final List<String> KEYS = List.of("AZURE_STORAGE_KEY", "ARM_ACCESS_KEY");

  private static final List<String> SIGNATURES =
      List.of("AZURE_STORAGE_SAS_TOKEN", "ARM_SAS_TOKEN");

  /** The proof; empty if no variable holds one for the account. */
  Optional<Proof> find(Holder holder, FetchContext context) {
    boolean other =
        machine.value(ACCOUNT).filter(name -> !name.equals(holder.account())).isPresent();
    if (other) {
      context.note(ACCOUNT + " names another account than " + holder.account());
    }
    for (int family = other ? 1 : 0; family < KEYS.size(); family++) {
      String key = KEYS.get(family);
      String signature = SIGNATURES.get(family);
      Optional<Proof> proof =
          machine
              .value(key)
              .<Proof>map(text -> new AccountKey(holder.account(), text, variable(key)))
              .or(
                  () ->
                      machine.value(signature).map(t -> new SharedAccess(t, variable(signature))));
      if (proof.isPresent()) {
        return proof;
      }
    }
    return Optional.empty();
  }

  private static String variable(String name) {
    return "the variable " + name;
  }
}
