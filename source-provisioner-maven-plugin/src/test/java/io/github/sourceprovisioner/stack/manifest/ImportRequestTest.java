package io.github.sourceprovisioner.stack.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Imports share one result as long as nothing differs that their result depends on. */
class ImportRequestTest {

  private static final Position HERE = new Position("a.yaml", 1, 1);
  private static final Position THERE = new Position("b.yaml", 9, 3);

  @Test
  void whoImportsAFileDoesNotMatter() {
    assertThat(request(MapValue.empty(HERE), false))
        .isEqualTo(request(MapValue.empty(THERE), false))
        .hasSameHashCodeAs(request(MapValue.empty(THERE), false));
  }

  @Test
  void aContextMatters() {
    assertThat(request(context(HERE, "dev"), false))
        .isNotEqualTo(request(context(HERE, "prod"), false))
        .isNotEqualTo(request(MapValue.empty(HERE), false))
        .isEqualTo(request(context(HERE, "dev"), false));
  }

  @Test
  void whetherTemplatesAreRenderedMatters() {
    assertThat(request(MapValue.empty(HERE), false))
        .isNotEqualTo(request(MapValue.empty(HERE), true));
  }

  private static MapValue context(Position position, String stage) {
    return new MapValue(Map.of("stage", Scalar.string(stage, position)), Map.of(), position);
  }

  private static ImportRequest request(MapValue context, boolean plain) {
    MapValue none = MapValue.empty(context.position());
    return new ImportRequest(Path.of("/stacks/c.yaml"), context, plain, none, none);
  }
}
