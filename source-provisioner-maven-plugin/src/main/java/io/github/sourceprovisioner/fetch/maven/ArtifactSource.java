package io.github.sourceprovisioner.fetch.maven;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Artifact;
import io.github.sourceprovisioner.model.Checksums;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.ArchiveFile;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.web.checksum.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Artifacts as sources: which one is meant, and what is in it. The local repository stays as is.
 */
record ArtifactSource(InstantSource clock) {

  private static final String PREFIX = "mvn:";

  /**
   * The exact version that a location means, and the digest of its file.
   *
   * @throws IntegrityMismatch if the file has another checksum than the location names
   */
  Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    refuseCredential(context);
    Artifact wanted = wanted(location);
    String version = context.artifacts().version(wanted, context.transfers());
    Path file = file(wanted.at(version), context);
    Optional<String> checksum = location.checksum();
    if (checksum.isPresent()) {
      String name = String.valueOf(file.getFileName());
      new Checksum(checksum.get()).check(file, name, context, clock);
    }
    context.note(wanted + " is version " + version + " in " + file);
    return new ExactRevision(version, Checksums.sha256(file)).answering(wanted.version());
  }

  /**
   * The content of an exact version.
   *
   * @throws IntegrityMismatch if the file is not the one that the revision names
   */
  Payload fetch(SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException {
    ExactRevision exact = ExactRevision.of(revision);
    Artifact artifact = wanted(location).at(exact.version());
    Path file = file(artifact, context);
    String name = name(location, artifact);
    if (location.archive().isPresent()) {
      requireDigest(file, exact, artifact);
      return new Payload.Archives(
          List.of(new ArchiveFile(file, name, location.archive())), List.of());
    }
    if (!location.subdir().isEmpty()) {
      throw new InvalidStack(
          Problem.of("a subdirectory of a single file")
              .advise("add archive=<format> if it is an archive"));
    }
    Path copy = Files.copy(file, staging.resolve(name));
    requireDigest(copy, exact, artifact);
    return new Payload.Directory(staging, List.of());
  }

  private static void requireDigest(Path file, ExactRevision exact, Artifact artifact)
      throws IOException {
    String found = Checksums.like(exact.digest(), file);
    if (!found.equals(exact.digest())) {
      throw new IntegrityMismatch(
          Problem.of(
                  "%s has the checksum %s instead of %s".formatted(artifact, found, exact.digest()))
              .advise("take what it is now with source:update, if it was replaced on purpose")
              .advise("delete it from the local repository, so that it is downloaded again"));
    }
  }

  /** Followed if it is a link: some build farms link their local repositories together. */
  private static Path file(Artifact exact, FetchContext context) throws IOException {
    return context.artifacts().file(exact, context.transfers()).toRealPath();
  }

  /** Without the version, so that what refers to the file need not change with it. */
  private static String name(SourceLocation location, Artifact artifact) {
    String own = artifact.artifactId() + artifact.classifier().map(c -> "-" + c).orElse("");
    return location.parameters().getOrDefault("filename", own + "." + artifact.type());
  }

  private static Artifact wanted(SourceLocation location) {
    String[] names = location.url().substring(PREFIX.length()).split(":", 2);
    return new Artifact(
        names[0],
        names[1],
        location.ref().orElseThrow(),
        Optional.ofNullable(location.parameters().get("classifier")),
        location.parameters().getOrDefault("type", "jar"));
  }

  /** Nobody's credential is left out silently: here only those of the repositories count. */
  private static void refuseCredential(FetchContext context) {
    if (context.credential().isPresent()) {
      throw new InvalidStack(
          Problem.of("'auth' on a Maven source, whose repositories have servers of their own")
              .advise("remove it, and give the <server> the id of the <repository>"));
    }
  }
}
