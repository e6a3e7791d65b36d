package io.github.sourceprovisioner.fetch.git.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.apache.sshd.certificate.OpenSshCertificateBuilder;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;

/** New keys, and how they look in files. */
final class TestKeys {

  static {
    JdkKeys.install();
  }

  private TestKeys() {}

  static KeyPair ed25519() throws Exception {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  static KeyPair ecdsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  static KeyPair rsa() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /** The private key in the form of OpenSSH. */
  static String text(KeyPair key) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "a key", null, out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  /** The private key in the form of OpenSSH, encrypted. */
  static String text(KeyPair key, String passphrase) throws Exception {
    OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
    encryption.setCipherName("AES");
    encryption.setCipherType("256");
    encryption.setCipherMode("CTR");
    encryption.setPassword(passphrase);
    encryption.setKdfRounds(2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "a key", encryption, out);
    return out.toString(StandardCharsets.US_ASCII);
  }

  /** What an authority says about the key of a host. */
  static OpenSshCertificate certificate(KeyPair key, KeyPair authority, String host)
      throws Exception {
    return OpenSshCertificateBuilder.hostCertificate()
        .id("a test")
        .serial(1)
        .publicKey(key.getPublic())
        .principals(List.of(host))
        .validAfter(OpenSshCertificate.MIN_EPOCH)
        .validBefore(OpenSshCertificate.INFINITY)
        .sign(authority);
  }

  /** The public key as one line of a file. */
  static String line(PublicKey key) {
    return PublicKeyEntry.toString(key);
  }

  static String fingerprint(PublicKey key) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
  }
}
