package io.github.sourceprovisioner.spi;

import io.github.sourceprovisioner.model.HookEvent;
import java.util.Set;

/**
 * One kind of component: what stands under {@code components.<name>}. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface ComponentType {

  /** The key under {@code components}, and the first directory below the workdir root. */
  String name();

  /** The events before which a component's source has to be there. */
  Set<HookEvent> sourceEvents();

  /** Where local components of this type stand, relative to the base path of the project. */
  default String defaultBasePath() {
    return "components/" + name();
  }
}
