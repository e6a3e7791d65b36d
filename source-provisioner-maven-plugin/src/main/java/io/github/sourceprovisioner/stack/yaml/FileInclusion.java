package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Value;
import io.github.sourceprovisioner.stack.file.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Inclusion of local files: looked for beside the file that asks, then below the base path of the
 * project, and never outside of the project. YAML and JSON come as values, of which a simple path
 * ({@code .a.b[0]}) can pick a part; everything else comes as text.
 */
public final class FileInclusion implements Inclusion {

  /**
   * What only Terraform reads: such an include stays as it is, and fails where a source needs it.
   */
  private static final Pattern HCL = Pattern.compile("\\S+\\.(hcl|tf|tfvars)(\\s.*)?");

  /** Files that one manifest may include, through others too. */
  private static final int MOST = 1_000;

  /** Files in a row; more would be the end of the stack. */
  private static final int DEEPEST = 50;

  private final ProjectFiles files;
  private final Path basePath;
  private final List<Path> open;
  private final AtomicInteger left;

  private FileInclusion(ProjectFiles files, Path basePath, List<Path> open, AtomicInteger left) {
    this.files = files;
    this.basePath = basePath;
    this.open = open;
    this.left = left;
  }

  /**
   * The inclusions of one manifest.
   *
   * @param basePath where a path is looked for that is not beside the manifest; absolute
   * @param manifest the file that includes; absolute
   */
  public static FileInclusion of(ProjectFiles files, Path basePath, Path manifest) {
    return new FileInclusion(files, basePath, List.of(manifest), new AtomicInteger(MOST));
  }

  @Override
  public Value include(Scalar call) {
    String function = call.function().orElse("");
    if (function.equals("!include") && HCL.matcher(call.text()).matches()) {
      return call;
    }
    String[] words = call.text().split("\\s+", 2);
    Path file = find(words[0], function, call.position());
    requireFew(call);
    String ending = words[0].replaceFirst(".*\\.", ".");
    boolean parsed =
        function.equals("!include") && List.of(".yaml", ".yml", ".json").contains(ending);
    if (words.length == 2 && !parsed) {
      throw new InvalidStack(
          Problem.of("only YAML and JSON files have parts to pick: '" + words[1] + "'")
              .at(call.position())
              .advise("remove the expression after the file name"));
    }
    if (!parsed) {
      return Scalar.string(files.read(file), call.position());
    }
    Value whole = parse(file, ending, call.position());
    return words.length == 1 ? whole : new ValuePath(words[1], call.position()).pick(whole);
  }

  private void requireFew(Scalar call) {
    if (left.decrementAndGet() < 0) {
      throw new InvalidStack(
          Problem.of("one manifest includes more than " + MOST + " files")
              .at(call.position())
              .advise("use imports, which are read once"));
    }
  }

  private Value parse(Path file, String ending, Position position) {
    if (open.contains(file)) {
      String cycle =
          Stream.concat(open.stream().skip(open.indexOf(file)), Stream.of(file))
              .map(files::name)
              .collect(Collectors.joining(" -> "));
      throw new InvalidStack(
          Problem.of("files include each other: " + cycle)
              .at(position)
              .advise("remove one of these includes"));
    }
    requireShallow(position);
    List<Path> deeper = Stream.concat(open.stream(), Stream.of(file)).toList();
    String text = files.read(file);
    return YamlReader.read(
        // JSON may be indented with tabs, and cannot hold one elsewhere.
        ending.equals(".json") ? text.replace('\t', ' ') : text,
        files.name(file),
        new FileInclusion(files, basePath, deeper, left));
  }

  private void requireShallow(Position position) {
    if (open.size() > DEEPEST) {
      throw new InvalidStack(
          Problem.of("files include each other more than " + DEEPEST + " deep")
              .at(position)
              .advise("include the files that are needed directly"));
    }
  }

  private Path find(String written, String function, Position position) {
    requireLocal(written, function, position);
    Path manifest = open.get(open.size() - 1);
    Path beside = manifest.resolveSibling(written).normalize();
    Path below = basePath.resolve(written).normalize();
    Optional<Path> found = Stream.of(beside, below).filter(Files::isRegularFile).findFirst();
    files.confine(found.orElse(beside), written, position);
    return found.orElseThrow(
        () ->
            new InvalidStack(
                Problem.of("the included file '" + written + "' does not exist")
                    .at(position)
                    .advise(
                        "create "
                            + files.name(beside)
                            + ", or name a file relative to the manifest or to the base path")));
  }

  private static void requireLocal(String written, String function, Position position) {
    if (written.isEmpty()) {
      throw new InvalidStack(
          Problem.of(function + " names no file").at(position).advise("add the path of a file"));
    }
    if (written.contains("://") || written.contains("::")) {
      throw new InvalidStack(
          Problem.of("remote includes are not supported")
              .at(position)
              .advise("copy the file into the project and include it from there"));
    }
  }
}
