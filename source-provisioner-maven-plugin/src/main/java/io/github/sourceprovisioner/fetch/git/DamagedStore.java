package io.github.sourceprovisioner.fetch.git;

import java.io.IOException;

/** Objects in our own store cannot be read or are not what their ids promise. */
final class DamagedStore extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedStore(String message) {
    super(message);
  }

  DamagedStore(Throwable cause) {
    super("the object store is damaged", cause);
  }
}
