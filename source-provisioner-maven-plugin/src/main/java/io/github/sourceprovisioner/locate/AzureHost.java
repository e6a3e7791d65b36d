package io.github.sourceprovisioner.locate;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host of Azure Blob Storage that names its account: {@code <account>.blob.<cloud>}, as public
 * and sovereign clouds, DNS zones, private links and Azure Stack have it.
 *
 * @param account the account, without the mark of its second region
 * @param worldwide whether the name of the account is taken once for the whole public cloud
 */
record AzureHost(String account, boolean worldwide) {

  private static final Pattern HOST =
      Pattern.compile(
          "([a-z0-9]{3,24})(-secondary)?(?:\\.privatelink)?(?:\\.z[0-9]{1,2})?\\.blob\\.(.+)");

  private static final Pattern AZURE =
      Pattern.compile(
          ".+\\.(core\\.(windows\\.net|usgovcloudapi\\.net|chinacloudapi\\.cn|cloudapi\\.de)"
              + "|storage\\.azure\\.net)");

  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");

  /** Whether a host is one of Azure's storage, of whatever service. */
  static boolean isAzure(String host) {
    return AZURE.matcher(host).matches();
  }

  /** Whether a name can be that of an account. */
  static boolean isAccount(String name) {
    return ACCOUNT.matcher(name).matches();
  }

  /** Reads a host; empty if it names no account. */
  static Optional<AzureHost> of(String host) {
    Matcher form = HOST.matcher(host);
    return form.matches()
        ? Optional.of(new AzureHost(form.group(1), host.equals(usual(form.group(1)))))
        : Optional.empty();
  }

  private static String usual(String account) {
    return account + ".blob.core.windows.net";
  }
}
