package io.github.sourceprovisioner.fetch.git.modules;

import io.github.sourceprovisioner.model.TreeEntry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;

/**
 * The file {@code .gitmodules} of a root tree. The whole file has to be well-formed and harmless,
 * also the entries that nobody needs; only URLs are left to {@link SubmoduleUrl}, since one that is
 * never asked can do no harm.
 */
public final class Gitmodules {

  /** The largest file that is read, in bytes; the largest known ones have a tenth. */
  public static final int LIMIT = 256 << 10;

  /** A repository without the file. */
  public static final Gitmodules NONE = new Gitmodules(Map.of());

  private static final String SECTION = "submodule";

  private final Map<String, Gitmodule> byPath;

  private Gitmodules(Map<String, Gitmodule> byPath) {
    this.byPath = byPath;
  }

  /**
   * Reads the file.
   *
   * @param type what stands under the name in the root tree
   * @param content the blob, of which more than {@link #LIMIT} bytes need not be read: one more is
   *     enough to refuse it
   * @throws io.github.sourceprovisioner.failure.IntegrityMismatch if it is a link (CVE-2018-11235),
   *     larger than that, no configuration file, or says what no honest file does
   */
  public static Gitmodules parse(TreeEntry.Type type, byte[] content) {
    if (type == TreeEntry.Type.LINK) {
      throw Hostile.file("it is a symbolic link");
    }
    if (content.length > LIMIT) {
      throw Hostile.file("it has more than " + LIMIT + " bytes");
    }
    Config config = config(text(content));
    Map<String, Gitmodule> found = new LinkedHashMap<>();
    for (String name : config.getSubsections(SECTION)) {
      Optional<Gitmodule> entry = entry(config, name);
      if (entry.isPresent() && found.put(entry.get().path(), entry.get()) != null) {
        throw Hostile.file("two entries have the path " + Hostile.shown(entry.get().path()));
      }
    }
    return new Gitmodules(found);
  }

  /** The entry for a path from the root of the repository. */
  public Optional<Gitmodule> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static Optional<Gitmodule> entry(Config config, String name) {
    ModuleNames.checkName(name);
    Optional<String> path = value(config, name, "path");
    Optional<String> url = value(config, name, "url");
    if (value(config, name, "update").filter(mode -> mode.startsWith("!")).isPresent()) {
      throw Hostile.file("the entry " + Hostile.shown(name) + " wants to run a command");
    }
    path.ifPresent(ModuleNames::checkPath);
    return path.map(where -> new Gitmodule(name, where, url));
  }

  private static Optional<String> value(Config config, String name, String key) {
    String[] values = config.getStringList(SECTION, name, key);
    if (values.length > 1) {
      throw Hostile.file("the entry " + Hostile.shown(name) + " says " + key + " twice");
    }
    return values.length == 0 ? Optional.empty() : Optional.of(values[0]);
  }

  /** With the line ends of Windows, which git takes as well. */
  private static Config config(String text) {
    Config config = new Config();
    try {
      config.fromText(text.replace("\r\n", "\n"));
      return config;
    } catch (ConfigInvalidException | IllegalArgumentException e) {
      throw Hostile.file("it is no configuration file", e);
    }
  }

  private static String text(byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw Hostile.file("it is not UTF-8", e);
    }
  }
}
