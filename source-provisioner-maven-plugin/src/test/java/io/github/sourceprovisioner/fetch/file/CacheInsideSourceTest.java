package io.github.sourceprovisioner.fetch.file;

import static io.github.sourceprovisioner.fetch.file.Unused.location;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.Revision;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheInsideSourceTest {

  @Test
  void aSourceThatHoldsTheCacheIsRefusedBeforeAnythingIsCopied(@TempDir Path directory)
      throws Exception {
    Path source = directory.toRealPath();
    Files.writeString(source.resolve("main.tf"), "one");
    Path staging = Files.createDirectories(source.resolve("cache/staging"));
    FileFetcher fetcher = new FileFetcher();
    Revision revision = fetcher.resolve(location(source, ""), new Unused());

    InvalidStack failure =
        catchThrowableOfType(
            InvalidStack.class,
            () -> fetcher.fetch(location(source, ""), revision, staging, new Unused()));

    assertThat(failure)
        .hasMessage("the cache is inside of the directory " + source + ", and would copy itself");
    assertThat(failure.advice())
        .containsExactly(
            "keep the cache elsewhere: -Dsource.cacheDirectory=…",
            "name a subdirectory that does not hold the cache");
    assertThat(staging).isEmptyDirectory();
  }
}
