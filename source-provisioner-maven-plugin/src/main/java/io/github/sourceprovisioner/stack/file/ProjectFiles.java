package io.github.sourceprovisioner.stack.file;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files that manifests may come from: those below the base directory or below the configured
 * stacks directory, after links are followed (J3 and J6 of the fault list). One serves one load: a
 * path that was inside is not looked at again.
 */
public final class ProjectFiles {

  /** A manifest larger than this is no manifest. */
  private static final int MOST_BYTES = 1024 * 1024;

  private final Path base;
  private final List<Path> roots;

  /** What was found to be inside: thousands of manifests import the same few files. */
  private final Set<Path> inside = ConcurrentHashMap.newKeySet();

  /**
   * The files below some roots.
   *
   * @param base the directory that names in messages are relative to; absolute
   * @param roots the directories that may be read, beside the base; absolute
   */
  public ProjectFiles(Path base, List<Path> roots) {
    this.base = base;
    this.roots = roots.stream().map(ProjectFiles::real).toList();
  }

  /** The file as a user would name it: relative to the base directory, {@code /} between names. */
  public String name(Path file) {
    Path relative =
        file.isAbsolute() && file.getRoot().equals(base.getRoot()) ? base.relativize(file) : file;
    return relative.toString().replace('\\', '/');
  }

  /** Whether the path, with links followed, stays below a root. A missing one is judged by name. */
  public boolean holds(Path path) {
    if (inside.contains(path)) {
      return true;
    }
    Path real = real(path);
    boolean holds = roots.stream().anyMatch(real::startsWith);
    if (holds) {
      inside.add(path);
    }
    return holds;
  }

  /**
   * Refuses a path that leaves the project.
   *
   * @throws InvalidStack if it does
   */
  public void confine(Path path, String written, Position position) {
    if (!holds(path)) {
      throw new InvalidStack(
          Problem.of("'" + written + "' leads out of the project")
              .at(position)
              .advise("keep the file below the base directory of the project"));
    }
  }

  /**
   * The text of a file, in UTF-8, without its byte order mark.
   *
   * @throws InvalidStack if it is outside of the project, too large, not UTF-8, or unreadable
   */
  public String read(Path file) {
    Position position = Position.of(name(file));
    confine(file, name(file), position);
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InvalidStack(
            Problem.of("the file has more than " + MOST_BYTES + " bytes")
                .at(position)
                .advise("split it into several files and import them"));
      }
      return decode(Files.readAllBytes(file), position);
    } catch (IOException e) {
      throw new InvalidStack(
          Problem.of("cannot read the file")
              .at(position)
              .advise("check that it exists and that you may read it")
              .because(e));
    }
  }

  private static String decode(byte[] bytes, Position position) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidStack(
          Problem.of("the file is not UTF-8 text")
              .at(position)
              .advise("save it as UTF-8")
              .because(e));
    }
  }

  /** The path with the links of its existing part followed. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path parent = absolute.getParent();
      boolean dangling = Files.exists(absolute, LinkOption.NOFOLLOW_LINKS);
      return parent == null || dangling ? absolute : real(parent).resolve(absolute.getFileName());
    }
  }
}
