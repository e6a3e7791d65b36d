package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.UnknownSource;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the large files of a repository are asked for (Git LFS specification, "Server Discovery").
 * Always derived from the URL of the repository: a {@code .lfsconfig} is not believed, since it
 * could send credentials and requests anywhere; {@code git-lfs-authenticate} over ssh is not run.
 *
 * @param uri the batch endpoint
 */
public record LfsEndpoint(URI uri) {

  private static final Set<String> HTTP = Set.of("https", "http");

  /** Their hosts serve large files over https under the same path. */
  private static final Set<String> OTHERS = Set.of("ssh", "git");

  /**
   * The endpoint of a repository.
   *
   * @param repository its URL in the form of a location; user info is not handed on
   * @throws UnknownSource if there is none: for {@code file}, or without a host
   */
  public static LfsEndpoint of(String repository) {
    URI url = parse(repository);
    String scheme = Optional.ofNullable(url.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
    if (host.isEmpty() || !(HTTP.contains(scheme) || OTHERS.contains(scheme))) {
      throw none();
    }
    boolean http = HTTP.contains(scheme);
    String port = http && url.getPort() >= 0 ? ":" + url.getPort() : "";
    String path = url.getRawPath().replaceFirst("/+$", "");
    String named = path.endsWith(".git") ? path : path + ".git";
    String origin = (http ? scheme : "https") + "://" + host + port;
    return new LfsEndpoint(URI.create(origin + named + "/info/lfs/objects/batch"));
  }

  /** Whether nobody on the way can read what is asked and answered. */
  boolean isPrivate() {
    return uri.getScheme().equals("https");
  }

  /** Host and port, for messages. */
  String authority() {
    return uri.getRawAuthority();
  }

  private static URI parse(String repository) {
    try {
      return new URI(repository);
    } catch (URISyntaxException e) {
      throw none();
    }
  }

  private static UnknownSource none() {
    return new UnknownSource(
        Problem.of("no server is known for the large files (Git LFS) of this repository")
            .advise("use the https:// URL of the repository")
            .advise("publish the content as an archive, and use that as the source"));
  }
}
