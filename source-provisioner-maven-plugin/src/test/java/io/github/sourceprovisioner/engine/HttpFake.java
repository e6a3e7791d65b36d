package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers for http and writes down the credentials that it is given. */
record HttpFake(List<Optional<Credential>> seen) implements Fetcher {

  @Override
  public Set<String> schemes() {
    return Set.of("http");
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context) {
    return new Revision("r1", Revision.Stability.FIXED, Optional.empty());
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException {
    seen.add(context.credential());
    Files.writeString(staging.resolve("main.tf"), "# http\n");
    return new Payload.Directory(staging, List.of("an archive of a fake"));
  }
}
