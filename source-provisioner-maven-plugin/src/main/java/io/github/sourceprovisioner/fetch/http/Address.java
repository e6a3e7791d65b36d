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
 * @param root the directory in the archive that a host leads to; empty means all of it
 */
record Address(URI uri, String key, Optional<String> archive, String name, String root) {

  private static final int KEY_DIGITS = 32;

  /** The address of a location, with the signature that stands in its URI. */
  static Address of(SourceLocation location, Optional<Credential> credential) {
    URI open = uri(withoutUser(location.url()));
    Optional<String> signature =
        credential.filter(SignedContext::isSignature).map(Credential::password);
    URI whole = signature.map(s -> uri(add(open, s))).orElse(open);
    String name = location.parameters().getOrDefault("filename", lastSegment(open));
    String digest = location.parameters().getOrDefault("query-digest", "");
    return new Address(whole, key(location.url() + "#" + digest), location.archive(), name, "");
  }

  /** An address that an answer leads to. */
  static Address of(URI uri, Optional<String> archive, String root) {
    return new Address(uri, key(uri.toString()), archive, lastSegment(uri), root);
  }

  /** The name that a URL shows, decoded. */
  static String nameIn(String url) {
    return lastSegment(uri(url));
  }

  /**
   * The URL that asks for the source that a page may stand for, as go-getter and Terraform do. Only
   * what looks like no file is asked so.
   *
   * @param signed nothing may be added to what is signed
   */
  URI question(boolean signed) {
    boolean page = archive.isEmpty() && name.indexOf('.') < 0;
    return page && !signed ? uri(add(uri, "terraform-get=1")) : uri;
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

  /** What the content is called: two directories of one archive are two contents. */
  String content(String digestOfFile) {
    return root.isEmpty() ? digestOfFile : sha256(digestOfFile + "//" + root);
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
    return sha256(text).substring(0, KEY_DIGITS);
  }

  private static String sha256(String text) {
    byte[] digest = TreeDigest.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
