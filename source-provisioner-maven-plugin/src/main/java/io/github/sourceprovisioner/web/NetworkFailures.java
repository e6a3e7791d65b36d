package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.TransferFailed;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Says in our own words why a host could not be heard. What the JDK says stays in the cause.
 *
 * @param uri what was asked
 * @param route the way that was taken
 */
record NetworkFailures(URI uri, ProxyRoute route) {

  /** The second is what tinyproxy says to a wrong password, other than RFC 9110 (15.5.8) has it. */
  private static final Set<Integer> PROXY_WANTS_CREDENTIAL = Set.of(407, 401);

  ProvisioningException explain(IOException e) {
    String host = WebUrl.authority(uri);
    Optional<ProxyRefused> refused = find(e, ProxyRefused.class);
    if (refused.isPresent()) {
      return proxyRefuses(refused.get().status());
    }
    if (find(e, SSLException.class).isPresent()
        || find(e, CertificateException.class).isPresent()) {
      return failed(tls(host, e), e);
    }
    return failed(connection(host, e), e);
  }

  /** The failure of a proxy that answers a request itself. */
  ProvisioningException proxyRefuses(int status) {
    String proxy = "the proxy " + route.name().orElse("");
    if (!PROXY_WANTS_CREDENTIAL.contains(status)) {
      return new TransferFailed(
          Problem.of(proxy + " answers with status " + status + " for " + WebUrl.authority(uri))
              .advise("check that the proxy may reach this host, or add it to <nonProxyHosts>"));
    }
    return route
        .credential()
        .map(
            known ->
                new AccessDenied(
                    Problem.of(proxy + " refuses access with the credential of " + known.id())
                        .advise("check user name and password of the <proxy> in settings.xml")))
        .orElseGet(
            () ->
                new AccessDenied(
                    Problem.of(proxy + " refuses access, and no credential is configured for it")
                        .advise("configure it as <proxy> with user name in settings.xml")));
  }

  private Problem connection(String host, IOException e) {
    boolean unknown = find(e, UnknownHostException.class).isPresent();
    boolean unreachable =
        find(e, ConnectException.class).isPresent()
            || find(e, NoRouteToHostException.class).isPresent()
            || isConnectTimeout(e);
    if ((unknown || unreachable) && route.name().isPresent()) {
      return Problem.of("the proxy " + route.name().get() + " cannot be reached")
          .advise("check the <proxy> in settings.xml, or -Dhttps.proxyHost");
    }
    if (unknown) {
      return Problem.of("there is no host " + host).advise("check the URL and the network");
    }
    if (unreachable) {
      return Problem.of(host + " cannot be reached").advise("check the network");
    }
    if (find(e, SocketTimeoutException.class).isPresent()) {
      return Problem.of(host + " sends nothing any more").advise("try again later");
    }
    return Problem.of("the transfer from " + host + " broke off").advise("try again");
  }

  private static Problem tls(String host, IOException e) {
    if (find(e, CertificateExpiredException.class).isPresent()
        || find(e, CertificateNotYetValidException.class).isPresent()) {
      return Problem.of("the certificate of " + host + " is not valid at this time")
          .advise("check the clock of this machine, or have the certificate renewed");
    }
    if (find(e, CertPathBuilderException.class).isPresent()) {
      return Problem.of("no trusted connection to " + host)
          .advise("add its certificate authority to the trust store of the JVM");
    }
    if (find(e, CertificateException.class).isPresent()) {
      return Problem.of("the certificate of " + host + " does not fit this host")
          .advise("ask for the name that stands in the certificate");
    }
    return Problem.of("no secure connection to " + host)
        .advise("check that TLS 1.2 or later is spoken at this port");
  }

  /** The only trace of which wait was too long is the text. */
  private static boolean isConnectTimeout(IOException e) {
    return find(e, SocketTimeoutException.class)
        .map(Throwable::getMessage)
        .filter(text -> text.startsWith("Connect"))
        .isPresent();
  }

  private static TransferFailed failed(Problem problem, IOException e) {
    return new TransferFailed(problem.because(e));
  }

  private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }
}
