package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.model.FileUrl;
import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads the repositories that git made on this machine, from their roots. */
final class LocalModules implements ModuleSource {

  @Override
  public RepositoryTree open(ModuleAddress address) throws IOException {
    Repository repository =
        new FileRepositoryBuilder()
            .setGitDir(FileUrl.path(address.url()).resolve(".git").toFile())
            .build();
    Read read = new Read(repository, address.commit());
    read.walk();
    return read;
  }

  private static final class Read implements RepositoryTree, SourceTree {

    private final Repository repository;
    private final RevTree root;
    private final Map<TreeEntry, ObjectId> files = new LinkedHashMap<>();
    private final List<Gitlink> links = new ArrayList<>();

    Read(Repository repository, String commit) throws IOException {
      this.repository = repository;
      try (RevWalk walk = new RevWalk(repository)) {
        root = walk.parseCommit(ObjectId.fromString(commit)).getTree();
      }
    }

    void walk() throws IOException {
      try (TreeWalk walk = new TreeWalk(repository)) {
        walk.addTree(root);
        walk.setRecursive(true);
        while (walk.next()) {
          String path = walk.getPathString();
          ObjectId id = walk.getObjectId(0);
          if (walk.getFileMode().equals(FileMode.GITLINK)) {
            links.add(Gitlink.below("", path, id.name()));
          } else {
            files.put(new TreeEntry(path, TreeEntry.Type.FILE, -1), id);
          }
        }
      }
    }

    @Override
    public SourceTree tree() {
      return this;
    }

    @Override
    public List<Gitlink> gitlinks() {
      return links;
    }

    @Override
    public Gitmodules gitmodules() throws IOException {
      try (InputStream in = open(new TreeEntry(".gitmodules", TreeEntry.Type.FILE, -1))) {
        return Gitmodules.parse(TreeEntry.Type.FILE, in.readNBytes(Gitmodules.LIMIT + 1));
      }
    }

    @Override
    public List<TreeEntry> entries() {
      return List.copyOf(files.keySet());
    }

    @Override
    public InputStream open(TreeEntry entry) throws IOException {
      return repository.open(files.getOrDefault(entry, ObjectId.zeroId())).openStream();
    }

    @Override
    public void close() {
      repository.close();
    }
  }
}
