package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Repositories that exist in memory only, and remember what was opened and closed. */
final class Forest implements ModuleSource {

  static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

  final List<ModuleAddress> opened = new ArrayList<>();
  final List<String> closed = new ArrayList<>();
  private final Map<String, RepositoryTree> repositories = new TreeMap<>();

  /** A repository with one file, which has the name of its URL as content. */
  void plant(String url, String file, String gitmodules, Gitlink... links) {
    repositories.put(url, repository(url, file, gitmodules, links));
  }

  RepositoryTree repository(String url, String file, String gitmodules, Gitlink... links) {
    TreeEntry entry = new TreeEntry(file, TreeEntry.Type.FILE, url.length());
    return new Planted(
        tree(url, file.isEmpty() ? List.of() : List.of(entry)), gitmodules, List.of(links));
  }

  /** Where a submodule stands, and where it comes from. */
  static String entry(String path, String url) {
    return "[submodule \"" + path + "\"]\n\tpath = " + path + "\n\turl = " + url + "\n";
  }

  SourceTree tree(String name, List<TreeEntry> entries) {
    return new SourceTree() {
      @Override
      public List<TreeEntry> entries() {
        return entries;
      }

      @Override
      public InputStream open(TreeEntry entry) {
        return new ByteArrayInputStream(
            (name + ":" + entry.path()).getBytes(StandardCharsets.UTF_8));
      }

      @Override
      public void close() throws IOException {
        closed.add(name);
        if (name.startsWith("stuck")) {
          throw new IOException(name);
        }
      }
    };
  }

  @Override
  public RepositoryTree open(ModuleAddress address) {
    opened.add(address);
    return Optional.ofNullable(repositories.get(address.url()))
        .orElseThrow(
            () -> new SourceNotFound(Problem.of("no such repository").advise("check the URL")));
  }

  private record Planted(SourceTree tree, String text, List<Gitlink> gitlinks)
      implements RepositoryTree {

    @Override
    public Gitmodules gitmodules() {
      return Gitmodules.parse(TreeEntry.Type.FILE, text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
