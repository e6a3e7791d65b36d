package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.model.MapValue;

/** One layer of a component before layers are merged. */
public final class SourceLayer {

  private SourceLayer() {}

  /** The layer with its source as a map under the top-level key. */
  public static MapValue normalise(MapValue componentLayer) {
    return componentLayer;
  }
}
