package io.github.sourceprovisioner.mojo.maven.shared;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;

/**
 * Where the shared repository is.
 *
 * @param id of the {@code <server>}, and what mirrors and proxies go by
 * @param url without user and password
 */
public record SharedAddress(String id, String url) {

  /** What Maven takes for an id, since names of files are made of it. */
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*");

  private static final Pattern PLAIN = Pattern.compile("http://([^/:\\[]*|\\[[^]]*])(?:[:/].*)?");

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

  private static final String FORM =
      "write <sharedRepository><id>team</id><url>https://…</url></sharedRepository>, or"
          + " -Dsource.sharedRepository=team::https://…";

  /**
   * Checks what the user wrote.
   *
   * @throws InvalidStack if it cannot be an address, or holds a password
   */
  public SharedAddress {
    if (!ID.matcher(id).matches()) {
      throw invalid("the shared repository has no id that Maven takes", FORM);
    }
    URI uri = uri(id, url);
    if (uri.getScheme() == null || uri.getRawSchemeSpecificPart().isEmpty()) {
      throw invalid("the shared repository " + id + " has no URL", FORM);
    }
    String authority = uri.getRawAuthority();
    if (authority != null && authority.contains("@")) {
      throw invalid(
          "the URL of the shared repository " + id + " holds a user or a password",
          "put them into settings.xml: <server><id>" + id + "</id>…</server>");
    }
  }

  /**
   * Reads the form of the command line, {@code id::url}.
   *
   * @throws InvalidStack if it has another form
   */
  public static SharedAddress parse(String text) {
    int end = text.indexOf("::");
    if (end < 0) {
      throw invalid("the shared repository is not written as id::url", FORM);
    }
    return new SharedAddress(text.substring(0, end).strip(), text.substring(end + 2).strip());
  }

  /**
   * This address, if the way there is safe.
   *
   * @param insecureAllowed whether plain HTTP may leave this machine
   * @throws InvalidStack if it is not
   */
  public SharedAddress checked(boolean insecureAllowed) {
    Matcher plain = PLAIN.matcher(url.toLowerCase(Locale.ROOT));
    if (!insecureAllowed && plain.matches() && !LOOPBACK.matcher(plain.group(1)).matches()) {
      throw new InvalidStack(
          Problem.of(
                  "the way to the shared repository %s, http://, can be read and changed by anyone"
                      .formatted(id))
              .at(Position.of("source.sharedRepository"))
              .advise("use https:// instead")
              .advise("-Dsource.allowInsecure=true if the network can be trusted"));
    }
    return this;
  }

  /** What Maven does where nothing else is said: it asks for what was missing after a day. */
  RemoteRepository repository() {
    RepositoryPolicy policy =
        new RepositoryPolicy(
            true, RepositoryPolicy.UPDATE_POLICY_DAILY, RepositoryPolicy.CHECKSUM_POLICY_IGNORE);
    return new RemoteRepository.Builder(id, "default", url).setPolicy(policy).build();
  }

  /** {@code id (url)}, for messages. */
  @Override
  public String toString() {
    return id + " (" + url + ")";
  }

  private static URI uri(String id, String url) {
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw invalid("the URL of the shared repository " + id + " is none", FORM);
    }
  }

  private static InvalidStack invalid(String what, String advice) {
    return new InvalidStack(
        Problem.of(what).at(Position.of("source.sharedRepository")).advise(advice));
  }
}
