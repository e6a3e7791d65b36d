package io.github.sourceprovisioner.fetch.oci;

import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Asks the distribution API for what belongs to one repository. Registries are asked over https. On
 * this machine, http comes first, as other clients have it; beyond, it is tried where it is allowed
 * and the registry does not speak TLS.
 */
record RegistryClient(Repository repository, KnownRepository known, Web web, FetchContext context) {

  private static final String HTTPS = "https";
  private static final String HTTP = "http";

  /** What servers answer whose port wants TLS. */
  private static final int BAD_REQUEST = 400;

  /**
   * What a registry answers.
   *
   * @param path below the repository
   * @param accepted media types
   */
  WebResponse get(String path, String accepted) throws IOException, InterruptedException {
    WebRequest https = request(HTTPS, path, accepted);
    WebRequest http = request(HTTP, path, accepted);
    Optional<String> scheme = known.scheme();
    if (scheme.isPresent()) {
      return web.send(scheme.get().equals(HTTP) ? http : https);
    }
    return repository.isHere() ? here(https, http) : beyond(https, http);
  }

  private WebResponse here(WebRequest https, WebRequest http)
      throws IOException, InterruptedException {
    WebResponse answer = web.send(http);
    if (answer.status() != BAD_REQUEST) {
      known.speaks(HTTP);
      return answer;
    }
    answer.close();
    context.note(repository.registry() + " wants TLS");
    return first(HTTPS, https);
  }

  private WebResponse beyond(WebRequest https, WebRequest http)
      throws IOException, InterruptedException {
    try {
      return first(HTTPS, https);
    } catch (TransferFailed e) {
      if (!isPlain(e)) {
        throw e;
      }
      if (!context.insecureAllowed()) {
        throw e.with(
            e.problem()
                .advise(
                    "-Dsource.allowInsecure=true if it speaks http and the network is trusted"));
      }
      context.note(repository.registry() + " does not speak TLS, and http is allowed");
      return first(HTTP, http);
    }
  }

  private WebResponse first(String scheme, WebRequest request)
      throws IOException, InterruptedException {
    WebResponse answer = web.send(request);
    known.speaks(scheme);
    return answer;
  }

  private WebRequest request(String scheme, String path, String accepted) {
    return WebRequest.get(repository.uri(scheme, path)).with("Accept", accepted);
  }

  /** Whether somebody answers who does not speak TLS; a handshake that fails is none of that. */
  private static boolean isPlain(TransferFailed failure) {
    Throwable at = failure;
    while (at != null && at.getClass() != SSLException.class) {
      at = at.getCause();
    }
    return at != null;
  }
}
