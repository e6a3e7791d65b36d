package io.github.sourceprovisioner.fetch.git.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * The way to the {@code git-upload-pack} of one repository. Used by one thread; an answer is read
 * to its end before the next command.
 */
public interface Channel extends Closeable {

  /**
   * How the host begins.
   *
   * @throws ProtocolError if no git server answers
   * @throws Refusal if the host has no such repository
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if it says no over HTTP
   */
  Greeting greeting() throws IOException, InterruptedException;

  /**
   * What the host answers to a command of version 2. The caller closes it.
   *
   * @param request a whole request with the flush packet at its end
   */
  InputStream command(byte[] request) throws IOException, InterruptedException;
}
