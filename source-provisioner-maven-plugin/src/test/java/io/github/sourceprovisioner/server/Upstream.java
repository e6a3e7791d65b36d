package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A bare repository that git itself has written, for servers to serve. */
public final class Upstream {

  private final Path directory;

  private Upstream(Path directory) {
    this.directory = directory;
  }

  /**
   * An empty repository.
   *
   * @param directory does not exist; {@code <name>.git} below the directory that is served
   * @param options of {@code git init}, such as {@code --object-format=sha256}
   */
  public static Upstream create(Path directory, String... options) throws IOException {
    Upstream upstream = new Upstream(Files.createDirectories(directory));
    List<String> init = new ArrayList<>(List.of("init", "--quiet", "--bare", "-b", "main"));
    init.addAll(List.of(options));
    upstream.git(init.toArray(new String[0]));
    upstream.git("config", "uploadpack.allowFilter", "true");
    upstream.git("config", "uploadpack.allowAnySHA1InWant", "true");
    return upstream;
  }

  public Path directory() {
    return directory;
  }

  /** The URL that reads the repository where it is. */
  public String url() {
    return directory.toUri().toString().replaceFirst("^file:/(?!/)", "file:///");
  }

  /**
   * A commit on top of a branch that replaces all files.
   *
   * @param files content by path; {@code x:} before a path makes a file executable, {@code l:} a
   *     link, {@code m:} a submodule whose content is the commit id
   * @return the commit id
   */
  public String commit(String branch, Map<String, String> files) throws IOException {
    ByteArrayOutputStream commands = new ByteArrayOutputStream();
    line(commands, "commit refs/heads/" + branch);
    line(commands, "committer t <t@example.com> 1700000000 +0000");
    line(commands, "data 1\nm");
    if (!git("for-each-ref", "refs/heads/" + branch).isEmpty()) {
      line(commands, "from refs/heads/" + branch + "^0");
    }
    line(commands, "deleteall");
    for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
      modify(commands, file.getKey(), file.getValue());
    }
    run(commands.toByteArray(), "fast-import", "--quiet", "--force");
    return id("refs/heads/" + branch);
  }

  /** The object that a name stands for. */
  public String id(String name) throws IOException {
    return git("rev-parse", "--verify", name);
  }

  /**
   * Runs git in the repository, blind to the configuration of the machine.
   *
   * @return what it printed, without white space at the ends
   */
  public String git(String... arguments) throws IOException {
    return run(new byte[0], arguments);
  }

  /**
   * A pack with some objects, and nothing that they name.
   *
   * @param objects ids or names
   */
  public byte[] pack(String... objects) throws IOException {
    StringBuilder ids = new StringBuilder();
    for (String object : objects) {
      ids.append(id(object)).append('\n');
    }
    return raw(ids.toString().getBytes(UTF_8), "pack-objects", "--stdout", "--quiet");
  }

  /** Takes the configuration of the machine and of the user away from a program of git. */
  static void hermetic(ProcessBuilder command, Path home) {
    Map<String, String> environment = command.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("HOME", home.toString());
    environment.put("XDG_CONFIG_HOME", home.toString());
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    environment.put("GIT_TERMINAL_PROMPT", "0");
    for (String who : List.of("AUTHOR", "COMMITTER")) {
      environment.put("GIT_" + who + "_NAME", "t");
      environment.put("GIT_" + who + "_EMAIL", "t@example.com");
      environment.put("GIT_" + who + "_DATE", "1700000000 +0000");
    }
  }

  private String run(byte[] input, String... arguments) throws IOException {
    return new String(raw(input, arguments), UTF_8).strip();
  }

  private byte[] raw(byte[] input, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Installed.program("git", "git").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    hermetic(builder, directory);
    builder.redirectErrorStream(true);
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(input);
    }
    byte[] printed = process.getInputStream().readAllBytes();
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(command + ": " + new String(printed, UTF_8));
    }
    return printed;
  }

  private static void modify(ByteArrayOutputStream commands, String key, String content) {
    boolean marked = key.length() > 2 && key.charAt(1) == ':';
    String path = marked ? key.substring(2) : key;
    if (key.startsWith("m:")) {
      line(commands, "M 160000 " + content + " " + path);
      return;
    }
    String mode = key.startsWith("x:") ? "100755" : key.startsWith("l:") ? "120000" : "100644";
    byte[] bytes = content.getBytes(UTF_8);
    line(commands, "M " + mode + " inline " + path);
    line(commands, "data " + bytes.length);
    commands.writeBytes(bytes);
    line(commands, "");
  }

  private static void line(ByteArrayOutputStream commands, String text) {
    commands.writeBytes((text + "\n").getBytes(UTF_8));
  }
}
