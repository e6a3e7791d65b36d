package io.github.sourceprovisioner.fetch.http;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.TreeDigest;
import io.github.sourceprovisioner.spi.Credential;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a file is, and what it is to be taken for.
 *
 * @param uri what to ask; may hold a signature
 * @param key names the place in the store, without any secret
 * @param archive the format; empty for a file that is kept as it is
 * @param name what the file is called; may be empty
 */
record Address(URI uri, String key, Optional<String> archive, String name) {

  private static final int KEY_DIGITS = 32;

  /** The address of a location, with the signature that stands in its URI. */
  static Address of(SourceLocation location, Optional<Credential> credential) {
    URI open = uri(withoutUser(location.url()));
    Optional<String> signature =
        credential.filter(SignedContext::isSignature).map(Credential::password);
    URI whole = signature.map(s -> uri(add(open, s))).orElse(open);
    String name = location.parameters().getOrDefault("filename", lastSegment(open));
    String digest = location.parameters().getOrDefault("query-digest", "");
    return new Address(whole, key(location.url() + "#" + digest), location.archive(), name);
  }

  /** An address that an answer leads to. */
  static Address of(URI uri, Optional<String> archive) {
    return new Address(uri, key(uri.toString()), archive, lastSegment(uri));
  }

  /**
   * The same, asking for the source that a page may stand for: go-getter and Terraform ask so. Only
   * what looks like no file is asked so, and nothing that is signed.
   */
  URI question() {
    boolean page = archive.isEmpty() && name.indexOf('.') < 0;
    boolean asked = uri.getRawQuery() != null;
    return page && !asked ? uri(add(uri, "terraform-get=1")) : uri;
  }

  /** A file that is kept as it is needs a name. */
  String plainName() {
    boolean plain =
        !name.isEmpty()
            && name.indexOf('/') < 0
            && name.indexOf('\\') < 0
            && !name.equals(".")
            && !name.equals("..");
    if (!plain) {
      throw new InvalidStack(
          Problem.of("the URL does not end in the name of a file")
              .advise("add the parameter filename=<name>")
              .advise("add archive=<format> if it is an archive"));
    }
    return name;
  }

  static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new InvalidStack(
          Problem.of("malformed URL").advise("write it like https://host/path").because(e));
    }
  }

  private static String add(URI uri, String parameter) {
    return uri + (uri.getRawQuery() == null ? "?" : "&") + parameter;
  }

  /** A user that may be shown stands in the URL; the password is in the settings. */
  private static String withoutUser(String url) {
    return url.replaceFirst("^(https?://)[^/?#@]*@", "$1");
  }

  private static String lastSegment(URI uri) {
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    String last = path.substring(path.lastIndexOf('/') + 1).replace("+", "%2B");
    return URLDecoder.decode(last, StandardCharsets.UTF_8);
  }

  private static String key(String text) {
    byte[] digest = TreeDigest.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest).substring(0, KEY_DIGITS);
  }
}
