package io.github.sourceprovisioner.stack.manifest;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.stack.file.Glob;
import io.github.sourceprovisioner.stack.file.Listing;
import io.github.sourceprovisioner.stack.file.Nearest;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * From the path of an import to files. A path that starts with {@code .} or {@code ..} starts at
 * the importing file, any other at the stacks directory. A file whose name ends in {@code .tmpl}
 * wins over the one that was named without it.
 */
final class ImportPaths {

  private static final Pattern RELATIVE = Pattern.compile("\\.{1,2}(/.*)?");

  private static final Pattern REMOTE =
      Pattern.compile(
          ".*(://|::).*|[^/]+@[^/]+:.*|(www\\.)?(github|gitlab|bitbucket)\\.(com|org)/.*");

  private final Path stacks;
  private final ProjectFiles files;
  private final Map<Path, Listing> listings = new HashMap<>();
  private final Map<Path, Optional<Path>> named = new HashMap<>();

  ImportPaths(Path stacks, ProjectFiles files) {
    this.stacks = stacks;
    this.files = files;
  }

  /**
   * The files that an import names, sorted; none if it may be missing and is.
   *
   * @param path rendered
   * @param importer the file that imports
   */
  List<Path> resolve(Scalar path, boolean optional, Path importer) {
    String written = path.text().strip();
    if (REMOTE.matcher(written).matches()) {
      throw new InvalidStack(
          Problem.of("remote imports are not supported: " + Redaction.redact(written))
              .at(path.position())
              .advise("copy the manifest into the stacks directory and import it from there"));
    }
    boolean relative = RELATIVE.matcher(written).matches();
    Path from = relative ? importer.resolveSibling("") : stacks;
    List<Path> found = find(from, written, path);
    for (Path file : found) {
      files.confine(file, written, path.position());
      requireBelowStacks(file, written, relative, path);
    }
    if (found.isEmpty() && !optional) {
      throw missing(path, written, importer);
    }
    return found;
  }

  /** A path that starts at the stacks directory has no business outside of it. */
  private void requireBelowStacks(Path file, String written, boolean relative, Scalar path) {
    if (!relative && !file.startsWith(stacks)) {
      throw new InvalidStack(
          Problem.of("the import '" + written + "' leaves the stacks directory")
              .at(path.position())
              .advise("start the path with ./ or ../ if it is meant from this file on"));
    }
  }

  private List<Path> find(Path from, String written, Scalar path) {
    if (!Glob.isGlob(written)) {
      Path wanted = from.resolve(written).normalize();
      files.confine(wanted, written, path.position());
      return named.computeIfAbsent(wanted, ImportPaths::file).stream().toList();
    }
    String[] names = written.split("/");
    Path root = from;
    int next = 0;
    while (next < names.length - 1 && !Glob.isGlob(names[next])) {
      root = root.resolve(names[next++]);
    }
    Path directory = root.normalize();
    files.confine(directory, written, path.position());
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    String rest = String.join("/", List.of(names).subList(next, names.length));
    Globs globs = Globs.of(List.of(path.text().equals(rest) ? path : at(rest, path)));
    return listing(directory).paths().stream()
        .filter(globs::matches)
        .map(directory::resolve)
        .toList();
  }

  private static Scalar at(String text, Scalar path) {
    return Scalar.string(text, path.position());
  }

  private static Optional<Path> file(Path named) {
    String name = named.toString();
    Stream<String> names =
        name.endsWith(".tmpl")
            ? Stream.of(name)
            : Listing.isManifest(name)
                ? Stream.of(name + ".tmpl", name)
                : Listing.ENDINGS.stream().map(name::concat);
    return names.map(Path::of).filter(Files::isRegularFile).findFirst();
  }

  private Listing listing(Path directory) {
    return listings.computeIfAbsent(directory, root -> Listing.of(root, files));
  }

  private InvalidStack missing(Scalar path, String written, Path importer) {
    List<String> known =
        listing(stacks).paths().stream()
            .filter(name -> !stacks.resolve(name).equals(importer))
            .map(Listing::key)
            .toList();
    String below = files.name(stacks);
    return new InvalidStack(
        Problem.of("the imported manifest '" + written + "' does not exist")
            .at(path.position())
            .advise(
                Nearest.advice(Listing.key(written), known)
                    .orElse("name a manifest relative to " + below + ", or start with ./")));
  }
}
