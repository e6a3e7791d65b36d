package io.github.sourceprovisioner.stack.source;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Component;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.model.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the {@code source} of a merged component: strict and typed, so that nothing a user wrote is
 * dropped or rounded in silence.
 */
public final class SourceParser {

  private static final List<String> KEYS =
      List.of(
          "uri",
          "version",
          "type",
          "path",
          "auth",
          "included_paths",
          "excluded_paths",
          "ttl",
          "retry");

  private static final String WORKTREE = "git-worktree";

  private static final List<String> TYPES =
      List.of("git", WORKTREE, "http", "s3", "gcs", "azure", "oci", "maven", "file");

  private final Path baseDirectory;
  private final Interpolation interpolation;

  /**
   * A parser for the components of one project.
   *
   * @param baseDirectory what {@link Position#file()} is relative to; absolute
   * @param properties the Maven properties that {@code ${name}} stands for
   */
  public SourceParser(Path baseDirectory, Function<String, Optional<String>> properties) {
    this.baseDirectory = baseDirectory;
    this.interpolation = new Interpolation(properties);
  }

  /**
   * The source of a component, or empty if it has no {@code source} key.
   *
   * @throws InvalidStack if there is a source that says something that cannot be meant: no {@code
   *     uri}, an unknown key, a wrong type, a bad duration, a version beside another {@code ref}
   */
  public Optional<SourceSpec> parse(Component component) {
    return component.section().get("source").map(this::source);
  }

  private SourceSpec source(Value value) {
    if (!(value instanceof MapValue map)) {
      throw SourceLayer.wrongForm(value);
    }
    Section source = new Section("source", "a source", map, interpolation);
    source.allowOnly(KEYS);
    Section.Text uri = uri(source);
    Optional<Section.Text> version = source.text("version", Section.STRING_OR_NUMBER);
    version.ifPresent(text -> InlineRef.mustAgree(uri, text));
    Optional<String> type =
        source.text("type", Section.STRING).map(text -> Choice.of("source.type", TYPES, text));
    return new SourceSpec(
        uri.value(),
        version.map(Section.Text::value),
        type,
        path(source, type),
        source.text("auth", Section.STRING).map(Section.Text::value),
        new Filters(source.texts("included_paths"), source.texts("excluded_paths")),
        ttl(source),
        source.section("retry").map(RetryParser::parse).orElse(Retry.DEFAULT),
        directoryOf(uri.position()),
        uri.position());
  }

  private static Section.Text uri(Section source) {
    return source
        .text("uri", Section.STRING)
        .orElseThrow(
            () ->
                new InvalidStack(
                    Problem.of("source has no uri")
                        .at(source.map().position())
                        .advise("add 'uri:' with the place that the source comes from")));
  }

  private static Optional<String> path(Section source, Optional<String> type) {
    Optional<Section.Text> path = source.text("path", Section.STRING_OR_NUMBER);
    if (path.isPresent() && type.filter(WORKTREE::equals).isEmpty()) {
      throw new InvalidStack(
          Problem.of("source.path is only for sources of the type " + WORKTREE)
              .at(source.map().keyPosition("path"))
              .advise("write the directory behind '//' in the uri")
              .advise("add 'type: " + WORKTREE + "'"));
    }
    return path.map(Section.Text::value);
  }

  private static Optional<Duration> ttl(Section source) {
    return source
        .text("ttl", Section.STRING_OR_NUMBER)
        .map(text -> TimeSpan.parse(text.value(), text.position()));
  }

  /** A value without a line does not come from a file. */
  private Path directoryOf(Position position) {
    if (position.line() == 0) {
      return baseDirectory;
    }
    Path directory = baseDirectory.resolve(position.file()).normalize().getParent();
    return directory == null ? baseDirectory : directory;
  }
}
