package io.github.sourceprovisioner.web;

import java.io.IOException;

/** Asks hosts over HTTP for one fetch. Used by one thread. */
public interface Web {

  /**
   * Sends a request, follows redirects, and answers a host that wants to know who is asking.
   *
   * <p>Every URL on the way is checked as strictly as one that a user writes. A credential goes to
   * the origin that it is configured for, and never with a redirect to another one.
   *
   * @return what the last host answered, whatever its status; the caller closes it
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if a host cannot be reached,
   *     is not trusted, or leads to a place that is not followed
   * @throws InterruptedException if this thread was asked to stop
   */
  WebResponse send(WebRequest request) throws IOException, InterruptedException;
}
