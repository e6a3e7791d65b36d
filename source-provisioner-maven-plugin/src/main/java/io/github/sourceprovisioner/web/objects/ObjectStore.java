package io.github.sourceprovisioner.web.objects;

import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.nio.file.Path;

/** What an {@link ObjectFetcher} asks once it has to. */
public interface ObjectStore {

  /** What the location means now: an object if there is one, else a prefix. */
  Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException;

  /**
   * Brings what a revision names.
   *
   * @param staging an empty directory to write to
   */
  Payload fetch(SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException;
}
