package com.acme.provisioning;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings one file that greets whoever the location names. */
public final class AcmeFetcher implements Fetcher {

  @Override
  public Set<String> schemes() {
    return Set.of("acme");
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context) {
    return new Revision(location.ref().orElse("latest"), Stability.FIXED, Optional.empty());
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException {
    context.transfers().requested(location.url());
    String greeting = "hello " + location.coordinates().artifactId() + " " + revision.id() + "\n";
    Files.writeString(staging.resolve("greeting.txt"), greeting);
    context.transfers().received(greeting.length());
    context.transfers().completed();
    return new Payload.Directory(staging, List.of());
  }
}
