package io.github.sourceprovisioner.benchmark.upstream;

import io.github.sourceprovisioner.benchmark.process.Command;
import io.github.sourceprovisioner.benchmark.process.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a {@code tar.gz} of a shape, as a host makes one of a tag. */
public final class SyntheticArchive {

  private SyntheticArchive() {}

  /** Makes the archive, or leaves alone the one that is there. */
  public static void make(Path archive, Shape shape) throws IOException, InterruptedException {
    if (Files.exists(archive)) {
      return;
    }
    Path draft = archive.resolveSibling(archive.getFileName() + ".draft");
    Path repository = Files.createDirectories(draft).resolve("repository.git");
    SyntheticRepository.make(repository, shape);
    Path packed = draft.resolve("packed.tar.gz");
    new Command(
            draft, "git", "-C", repository.toString(), "archive", "-o", packed.toString(), "main")
        .run();
    Files.move(packed, archive);
    Trees.delete(draft);
  }
}
