package io.github.sourceprovisioner.fetch.azure.credentials;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is to be convinced: an account at an endpoint.
 *
 * @param account its name
 * @param endpoint scheme and host, perhaps with the account behind it
 */
public record Holder(String account, URI endpoint) {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  /** The clouds that Microsoft runs, by the end of their hosts, and where each issues tokens. */
  private static final Map<String, String> CLOUDS =
      Map.of(
          ".blob.core.windows.net", "https://login.microsoftonline.com",
          ".blob.storage.azure.net", "https://login.microsoftonline.com",
          ".blob.core.usgovcloudapi.net", "https://login.microsoftonline.us",
          ".blob.core.chinacloudapi.cn", "https://login.partner.microsoftonline.cn");

  /**
   * Where the cloud of the endpoint issues tokens; empty if it is no cloud of Microsoft's, or is
   * asked without TLS: nobody else gets a token.
   */
  Optional<String> authority() {
    String host = host();
    return CLOUDS.entrySet().stream()
        .filter(cloud -> host.endsWith(cloud.getKey()) && "https".equals(endpoint.getScheme()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether what the environment holds may be shown: to Microsoft, and to this machine. */
  boolean isTrusted() {
    return authority().isPresent() || LOOPBACK.matcher(host()).matches();
  }

  private String host() {
    return endpoint.getHost().toLowerCase(Locale.ROOT);
  }
}
