package io.github.sourceprovisioner.fetch.oci.auth;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of hosts tell about them. */
public final class Hosts {

  private static final Pattern ADDRESS = Pattern.compile("\\[.*|[0-9.]+");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  /** Under which countries hand out domains: {@code co.uk}, {@code com.au}. */
  private static final Set<String> PUBLIC =
      Set.of("ac", "co", "com", "edu", "go", "gob", "gov", "ne", "net", "nom", "or", "org");

  private Hosts() {}

  /** Whether it is this machine. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }

  /**
   * Whether a token service may be shown what a registry is shown: if it has the registry's own
   * host, or stands in the same domain, as {@code gitlab.…} beside {@code registry.gitlab.…}.
   * Registries name their token service themselves, so any other host could collect passwords
   * (CVE-2026-50162, CVE-2026-50163).
   */
  static boolean areNeighbors(String registry, String service) {
    String one = registry.toLowerCase(Locale.ROOT);
    String other = service.toLowerCase(Locale.ROOT);
    if (one.equals(other)) {
      return true;
    }
    String domain = one.substring(one.indexOf('.') + 1);
    return !ADDRESS.matcher(one).matches()
        && !isPublic(domain)
        && (other.equals(domain) || other.endsWith("." + domain));
  }

  /** Whether strangers may stand in a domain: {@code com}, {@code co.uk}. */
  private static boolean isPublic(String domain) {
    int dot = domain.indexOf('.');
    return dot < 0 || (dot == domain.lastIndexOf('.') && PUBLIC.contains(domain.substring(0, dot)));
  }
}
