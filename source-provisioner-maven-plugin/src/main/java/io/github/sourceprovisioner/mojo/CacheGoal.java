package io.github.sourceprovisioner.mojo;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on the cache, which all projects share. */
abstract class CacheGoal extends SourceGoal {

  /** Only what these component types used, separated by commas. */
  @Parameter(property = "source.type")
  private @Nullable String type;

  /** Only what comes from a URL that contains this text, or matches it as a glob. */
  @Parameter(property = "source.uri")
  private @Nullable String uri;

  /** The component types of the selection; none means all. */
  final Set<String> types() {
    if (type == null) {
      return Set.of();
    }
    return Arrays.stream(type.split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  final Optional<String> uri() {
    return Optional.ofNullable(uri);
  }
}
