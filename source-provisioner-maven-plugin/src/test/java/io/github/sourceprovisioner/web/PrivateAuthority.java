package io.github.sourceprovisioner.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that only a test trusts. */
final class PrivateAuthority {

  private static final String PASSWORD = "changeit";
  private static final String STORE = "authority.p12";

  private final Path directory;

  PrivateAuthority(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    keytool("-genkeypair -alias ca -dname CN=ca -ext bc:c -validity 2 -keyalg EC");
    keytool("-exportcert -rfc -alias ca -file ca.pem");
  }

  /** Its certificate as PEM. */
  Path pem() {
    return directory.resolve("ca.pem");
  }

  /**
   * What a server needs that the authority vouches for.
   *
   * @param names as keytool wants them: {@code ip:127.0.0.1}
   * @param start when the certificate starts to be valid for one day: {@code -0d}
   */
  SSLContext server(String alias, String names, String start)
      throws IOException, InterruptedException, GeneralSecurityException {
    keytool(
        "-genkeypair -alias "
            + alias
            + " -dname CN=server -signer ca -validity 1 -keyalg EC -startdate "
            + start
            + " -ext san="
            + names);
    KeyStore all = load();
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    char[] password = PASSWORD.toCharArray();
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore load() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(directory.resolve(STORE))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private void keytool(String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(Arrays.asList(arguments.split(" ")));
    command.addAll(List.of("-keystore", STORE, "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("keytool.log").toFile())
            .start();
    assertThat(process.waitFor()).as(arguments).isZero();
  }
}
