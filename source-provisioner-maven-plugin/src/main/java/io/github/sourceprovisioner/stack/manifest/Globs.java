package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.file.Glob;
import io.github.sourceprovisioner.stack.file.Listing;
import java.util.List;
import java.util.stream.Stream;

/** Several globs over manifests; one without the ending of a manifest means any of them. */
record Globs(List<Glob> globs) {

  Globs {
    globs = List.copyOf(globs);
  }

  static Globs of(List<Scalar> written) {
    return new Globs(written.stream().flatMap(Globs::read).toList());
  }

  boolean matches(String path) {
    return globs.stream().anyMatch(glob -> glob.matches(path));
  }

  private static Stream<Glob> read(Scalar written) {
    String text = written.text().strip().replaceFirst("^(\\./)+", "");
    if (text.startsWith("/") || List.of(text.split("/")).contains("..")) {
      throw new InvalidStack(
          Problem.of("the glob '" + text + "' leaves the stacks directory")
              .at(written.position())
              .advise("write globs relative to the stacks directory, without .."));
    }
    boolean complete = Listing.isManifest(text);
    return (complete ? Stream.of("") : Stream.concat(Stream.of(""), Listing.ENDINGS.stream()))
        .map(ending -> Glob.of(text + ending, written.position()));
  }
}
