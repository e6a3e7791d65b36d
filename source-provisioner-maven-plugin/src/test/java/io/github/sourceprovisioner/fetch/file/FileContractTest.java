package io.github.sourceprovisioner.fetch.file;

import io.github.sourceprovisioner.fixture.Written;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.FetcherContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

class FileContractTest extends FetcherContract {

  @Override
  protected Fetcher fetcher() {
    return new FileFetcher();
  }

  @Override
  protected SourceLocation serve(String name, Map<String, String> files) throws IOException {
    Path directory = upstream().resolve(name);
    for (Map.Entry<String, String> file : files.entrySet()) {
      boolean executable = file.getKey().startsWith("x:");
      Path path = directory.resolve(executable ? file.getKey().substring(2) : file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      String mode = executable ? "rwxr-xr-x" : "rw-r--r--";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }
    return Written.at(directory.toUri().toString());
  }

  @Override
  protected SourceLocation pinned(Map<String, String> files) {
    throw leftOut("a path says nothing about content");
  }

  @Override
  protected SourceLocation missing() {
    return Written.at(upstream().resolve("nothing").toUri().toString());
  }

  @Override
  protected SourceLocation refusing(Runnable refused) {
    throw leftOut("a file system asks for no credential");
  }

  @Override
  protected SourceLocation breaking(Map<String, String> files, Runnable broken) {
    throw leftOut("no connection breaks; FileFetcherTest changes a directory while it is read");
  }

  @Override
  protected SourceLocation hanging(Map<String, String> files, Runnable silent) {
    throw leftOut("a disk answers or fails");
  }

  @Override
  protected void stop() {}
}
