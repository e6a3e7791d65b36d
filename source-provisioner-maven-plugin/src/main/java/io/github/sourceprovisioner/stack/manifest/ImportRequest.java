package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.MapValue;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An import, with all that its result depends on. Where a map starts counts for nothing if it is
 * empty: then all who import a file share one result.
 */
record ImportRequest(
    Path file, MapValue context, boolean plain, MapValue inline, MapValue collected) {

  private static final MapValue EMPTY = MapValue.empty(Position.of(""));

  ImportRequest {
    context = known(context);
    inline = known(inline);
    collected = known(collected);
  }

  private static MapValue known(MapValue map) {
    return map.entries().isEmpty() ? EMPTY : map;
  }

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ImportRequest that
        && plain == that.plain
        && file.equals(that.file)
        && context.equals(that.context)
        && inline.equals(that.inline)
        && collected.equals(that.collected);
  }

  /** The places of the maps stand for what is in them, which may be much. */
  @Override
  public int hashCode() {
    return ((file.hashCode() * 31 + context.position().hashCode()) * 31
                + inline.position().hashCode())
            * 31
        + collected.position().hashCode();
  }
}
