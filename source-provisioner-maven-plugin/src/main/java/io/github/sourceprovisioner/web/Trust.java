package io.github.sourceprovisioner.web;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which certificate authorities vouch for hosts. Does not change. */
public final class Trust {

  private static final Trust JVM = new Trust(null);

  private final @Nullable SSLSocketFactory sockets;

  private Trust(@Nullable SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  /** Those of the JVM, with its client certificate if {@code javax.net.ssl.keyStore} names one. */
  public static Trust jvm() {
    return JVM;
  }

  /**
   * Those of the JVM and some more; without a client certificate.
   *
   * @param pem a file with one or more certificates as PEM
   * @throws InvalidStack if the file cannot be read or holds none
   */
  public static Trust jvmAnd(Path pem) {
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int count = 0;
      for (Certificate certificate : certificates(pem)) {
        all.setCertificateEntry("extra-" + count++, certificate);
      }
      for (X509Certificate certificate : ofTheJvm()) {
        all.setCertificateEntry("jvm-" + count++, certificate);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(all), null);
      return new Trust(context.getSocketFactory());
    } catch (GeneralSecurityException | IOException e) {
      throw new InvalidStack(
          Problem.of("no certificate authority can be read from " + pem)
              .because(e)
              .advise("name a file with certificates in PEM form"));
    }
  }

  /** What makes connections; empty for the JVM's own. */
  Optional<SSLSocketFactory> sockets() {
    return Optional.ofNullable(sockets);
  }

  private static Collection<? extends Certificate> certificates(Path pem)
      throws IOException, GeneralSecurityException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(pem))) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IOException("no certificate");
      }
      return found;
    }
  }

  private static X509Certificate[] ofTheJvm() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager known) {
        return known.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
