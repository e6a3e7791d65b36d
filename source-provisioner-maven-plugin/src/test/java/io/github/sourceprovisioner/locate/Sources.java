package io.github.sourceprovisioner.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.model.Filters;
import io.github.sourceprovisioner.model.Retry;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sources for tests, all written in line 7 of one manifest. */
final class Sources {

  static final Position POSITION = new Position("stacks/dev.yaml", 7, 12);

  private Sources() {}

  static SourceSpec of(String uri) {
    return of(uri, "/pwd", Optional.empty(), Optional.empty());
  }

  static SourceSpec at(String directory, String uri) {
    return of(uri, directory, Optional.empty(), Optional.empty());
  }

  static SourceSpec version(String uri, String version) {
    return of(uri, "/pwd", Optional.of(version), Optional.empty());
  }

  static SourceSpec type(String type, String uri) {
    return of(uri, "/pwd", Optional.empty(), Optional.of(type));
  }

  private static SourceSpec of(
      String uri, String directory, Optional<String> version, Optional<String> type) {
    return new SourceSpec(
        uri,
        version,
        type,
        Optional.empty(),
        Optional.empty(),
        Filters.NONE,
        Optional.empty(),
        Retry.DEFAULT,
        Path.of(directory),
        POSITION);
  }

  static SourceSpec worktree(String uri, String path) {
    return new SourceSpec(
        uri,
        Optional.empty(),
        Optional.of("git-worktree"),
        Optional.of(path),
        Optional.empty(),
        Filters.NONE,
        Optional.empty(),
        Retry.DEFAULT,
        Path.of("/pwd"),
        POSITION);
  }

  static SourceLocation locate(String uri) {
    return locate(of(uri));
  }

  static SourceLocation locate(SourceSpec spec) {
    return new Locators(List.of()).locate(spec);
  }

  /** Refused at its place, in one line and with advice. */
  static void assertRefused(String directory, String uri) {
    assertThatThrownBy(() -> locate(at(directory, uri)))
        .isInstanceOfSatisfying(
            ProvisioningException.class,
            e -> {
              assertThat(e.advice()).isNotEmpty();
              assertThat(e.position()).contains(POSITION);
              assertThat(e.getMessage()).doesNotContain("\n").doesNotEndWith(".");
            });
  }
}
