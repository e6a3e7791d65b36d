package io.github.sourceprovisioner.fetch.git;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;

/** What a repository on this disk holds of what is wanted. */
final class Stored {

  private final Repository repository;

  Stored(Repository repository) {
    this.repository = repository;
  }

  /**
   * The content of a directory of a commit.
   *
   * @throws MissingObjectException if the commit or one of its trees is not here
   * @throws SourceNotFound if there is no such directory, or no commit of that id
   */
  Content content(Want want) throws IOException {
    try (ObjectReader objects = repository.newObjectReader()) {
      TreeReader reader = new TreeReader(objects);
      ObjectId root = reader.root(want.commit()).orElseThrow(() -> notACommit(want));
      return Content.of(reader, root, new Subdirectory(reader, want.subdir()).below(root));
    }
  }

  /** The content; empty if the commit or one of its trees is not here. */
  Optional<Content> contentIfHere(Want want) throws IOException {
    try {
      return Optional.of(content(want));
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  /** The blobs that are not here. */
  Set<ObjectId> missing(Content content) throws IOException {
    try (ObjectReader objects = repository.newObjectReader()) {
      return content.missing(new TreeReader(objects));
    }
  }

  /** Whether an object is here. */
  boolean has(ObjectId id) throws IOException {
    return repository.getObjectDatabase().has(id);
  }

  private static SourceNotFound notACommit(Want want) {
    String name = want.revision().ref().orElse(want.revision().id());
    return new SourceNotFound(
        Problem.of(name + " names a file or a tree, not a commit")
            .advise("pick a tag or a branch that stands at a commit"));
  }
}
