package io.github.sourceprovisioner.fetch.git.modules;

/**
 * A place in a tree where the commit of another repository stands.
 *
 * @param path from the root of the repository: what {@code .gitmodules} calls it
 * @param commit the full id in lower-case hex
 * @param mount where its content appears, relative to the wanted directory; empty means that it is
 *     all of the wanted directory
 * @param subdir the directory that is wanted of it; empty means all
 */
public record Gitlink(String path, String commit, String mount, String subdir) {

  /**
   * One below the wanted directory.
   *
   * @param directory the wanted directory from the root; empty means the root
   * @param relative where the link stands, relative to that directory; not empty
   */
  public static Gitlink below(String directory, String relative, String commit) {
    String path = directory.isEmpty() ? relative : directory + "/" + relative;
    return new Gitlink(path, commit, relative, "");
  }

  /**
   * One on the way to the wanted directory, or the wanted directory itself.
   *
   * @param path where the link stands, from the root
   * @param rest what follows on the way to the wanted directory; empty if it is the link itself
   */
  public static Gitlink around(String path, String commit, String rest) {
    return new Gitlink(path, commit, "", rest);
  }
}
