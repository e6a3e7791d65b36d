package io.github.sourceprovisioner.fetch.git.wire;

import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;

/** Two streams to one {@code git-upload-pack} that was told to speak version 2. */
public interface Duplex extends Closeable {

  /** What the host says. */
  InputStream in();

  /** What the host hears. */
  OutputStream out();
}
