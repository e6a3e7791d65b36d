package io.github.sourceprovisioner.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate authority that no machine trusts of itself. */
public final class PrivateAuthority {

  /** Opens every key store that is made here. */
  public static final String PASSWORD = "changeit";

  private static final String AUTHORITY = "authority";

  private final Path directory;
  private final Path keys;

  private PrivateAuthority(Path directory) {
    this.directory = directory;
    this.keys = directory.resolve("keys.p12");
  }

  /**
   * What a server shows.
   *
   * @param certificate in PEM
   * @param key its private key in PEM
   */
  public record Identity(Path certificate, Path key) {}

  /** A new authority that keeps its files in a directory. */
  public static PrivateAuthority create(Path directory) throws IOException {
    PrivateAuthority authority = new PrivateAuthority(Files.createDirectories(directory));
    authority.generate(
        AUTHORITY, "-dname", "CN=Private Authority", "-validity", "30", "-ext", "bc:c");
    return authority;
  }

  /** Its certificate in PEM. */
  public Path certificate() throws IOException {
    return pem("authority.pem", "CERTIFICATE", bytes(certificateOf(AUTHORITY)));
  }

  /** Its certificate as a trust store for a JVM (PKCS12, {@link #PASSWORD}). */
  public Path trustStore() throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry(AUTHORITY, certificateOf(AUTHORITY));
      Path file = directory.resolve("trust.p12");
      try (OutputStream out = Files.newOutputStream(file)) {
        store.store(out, PASSWORD.toCharArray());
      }
      return file;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An identity that is valid now for this machine. */
  public Identity valid() throws IOException {
    return identity("valid", "san=ip:127.0.0.1,dns:localhost", "-validity", "30");
  }

  /** An identity for this machine whose time is over. */
  public Identity expired() throws IOException {
    return identity(
        "expired", "san=ip:127.0.0.1,dns:localhost", "-startdate", "-3d", "-validity", "1");
  }

  /** A valid identity of another host. */
  public Identity ofAnotherHost() throws IOException {
    return identity("other", "san=dns:other.invalid", "-validity", "30");
  }

  private Identity identity(String alias, String names, String... more) throws IOException {
    List<String> options = new ArrayList<>(List.of("-dname", "CN=" + alias, "-ext", names));
    options.addAll(List.of("-signer", AUTHORITY));
    options.addAll(List.of(more));
    generate(alias, options.toArray(new String[0]));
    try {
      byte[] key = store().getKey(alias, PASSWORD.toCharArray()).getEncoded();
      return new Identity(
          pem(alias + ".pem", "CERTIFICATE", bytes(certificateOf(alias))),
          pem(alias + ".key", "PRIVATE KEY", key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void generate(String alias, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(
        List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-alias", alias, "-keyalg", "EC"));
    command.addAll(List.of("-groupname", "secp256r1", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", keys.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), US_ASCII);
    if (process.onExit().join().exitValue() != 0) {
      throw new IllegalStateException(command + ": " + printed);
    }
  }

  private Certificate certificateOf(String alias) throws IOException {
    try {
      return store().getCertificate(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(keys)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, PASSWORD.toCharArray());
      return store;
    }
  }

  private static byte[] bytes(Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path pem(String name, String type, byte[] der) throws IOException {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return Files.writeString(
        directory.resolve(name),
        "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(type, body));
  }
}
