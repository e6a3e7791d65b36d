package io.github.sourceprovisioner.locate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a query that is for the server, sorted into what may be shown and what may not.
 *
 * @param open the parameters that may be shown, as written
 * @param secret signatures, tokens and whatever looks like one, as written
 * @param digest tells two sources apart whose only difference is a hidden value; empty if no hidden
 *     value names content. Signatures and tokens by name do not: they change from day to day
 */
record ServerQuery(String open, String secret, Optional<String> digest) {

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          ".*(token|secret|signature|passw|credential|auth|api[-_]?key|access[-_]?key|session).*"
              + "|x-(amz|goog|ms)-.*|googleaccessid|expires|policy|key-pair-id|sig|pwd|pass|jwt|sas",
          Pattern.CASE_INSENSITIVE);

  /** The other parameters of a shared access signature, which count only beside {@code sig}. */
  private static final Pattern SHARED_ACCESS =
      Pattern.compile("s[vertp]|srt|ss|spr|sip|sks|skt|ske|skv|skoid|sktid|se");

  private static final Pattern TOKEN =
      Pattern.compile("(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_~+=-]{20,}");

  static ServerQuery of(Reading reading) {
    List<String> open = new ArrayList<>();
    List<String> secret = new ArrayList<>();
    List<String> naming = new ArrayList<>();
    boolean signed = reading.query().has("sig");
    Map<String, String> others = reading.query().others(ObjectOptions.PARAMETERS);
    others.forEach(
        (name, pair) -> {
          boolean byName =
              SECRET_NAME.matcher(name).matches()
                  || (signed && SHARED_ACCESS.matcher(name).matches());
          boolean byValue = TOKEN.matcher(pair.substring(pair.indexOf('=') + 1)).matches();
          (byName || byValue ? secret : open).add(pair);
          if (byValue && !byName) {
            naming.add(pair);
          }
        });
    return new ServerQuery(
        Percent.tidyQuery(String.join("&", open)),
        String.join("&", secret),
        naming.isEmpty() ? Optional.empty() : Optional.of(hash(String.join("&", naming))));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  /** Tells nothing. */
  @Override
  public String toString() {
    return "query for the server";
  }
}
