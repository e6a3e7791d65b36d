package io.github.sourceprovisioner.fetch.gcs.credentials;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * An account that proves itself with a private key (RFC 7523).
 *
 * @param email the name of the account
 * @param key PKCS#8 in PEM
 * @param keyId the name of the key
 * @param audience who is to believe the proof
 */
record ServiceAccount(String email, String key, Optional<String> keyId, URI audience) {

  private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_only";
  private static final Duration LIFETIME = Duration.ofHours(1);

  /**
   * The form that is exchanged for a token.
   *
   * @throws IllegalArgumentException if the key is none
   */
  Map<String, String> proof(Instant now) {
    String head = "{\"alg\":\"RS256\",\"typ\":\"JWT\"" + keyId.map(this::id).orElse("") + "}";
    String claims =
        "{\"iss\":\"%s\",\"scope\":\"%s\",\"aud\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(
                plain(email),
                SCOPE,
                plain(audience.toString()),
                now.getEpochSecond(),
                now.plus(LIFETIME).getEpochSecond());
    String signed =
        encode(head.getBytes(StandardCharsets.UTF_8))
            + "."
            + encode(claims.getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "grant_type",
        "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "assertion",
        signed + "." + encode(signature(signed)));
  }

  private String id(String id) {
    return ",\"kid\":\"" + plain(id) + "\"";
  }

  private byte[] signature(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey());
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("a private key that is none", e);
    }
  }

  private PrivateKey privateKey() throws GeneralSecurityException {
    String base64 = key.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "").replaceAll("\\s", "");
    return KeyFactory.getInstance("RSA")
        .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
  }

  /** What needs no quoting in JSON. */
  private static String plain(String text) {
    if (!text.matches("[\\x21\\x23-\\x5b\\x5d-\\x7e]+")) {
      throw new IllegalArgumentException("a name with odd characters");
    }
    return text;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Names the account without its key. */
  @Override
  public String toString() {
    return email;
  }
}
