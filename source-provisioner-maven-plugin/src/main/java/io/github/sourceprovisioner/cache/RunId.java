package io.github.sourceprovisioner.cache;

import io.github.sourceprovisioner.model.TreeDigest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process this is.
 *
 * @param machine a name for everything in which a process number means the same process: host, boot
 *     and process namespace; two containers on one volume may share a host name
 */
record RunId(String machine, long pid) {

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{12})\\.(\\d{1,18})(\\..*)?");
  private static final int MACHINE_DIGITS = 12;

  /** The process that asks. */
  static RunId current() {
    String machine = host() + "\n" + bootId() + "\n" + namespace();
    byte[] digest = TreeDigest.sha256().digest(machine.getBytes(StandardCharsets.UTF_8));
    String name = HexFormat.of().formatHex(digest).substring(0, MACHINE_DIGITS);
    return new RunId(name, ProcessHandle.current().pid());
  }

  /** The run at the start of a file name, if there is one. */
  static Optional<RunId> parse(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(new RunId(matcher.group(1), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether it has surely ended. False for a run on another machine: nobody can tell. */
  boolean isDead() {
    return machine.equals(current().machine()) && ProcessHandle.of(pid).isEmpty();
  }

  /** How the file name of something starts that the run made. */
  @Override
  public String toString() {
    return machine + "." + pid;
  }

  /** What a user can look for. */
  static String described() {
    return "process " + ProcessHandle.current().pid() + " on " + host();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this host";
    }
  }

  private static String bootId() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id"));
    } catch (IOException e) {
      return "";
    }
  }

  private static String namespace() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
