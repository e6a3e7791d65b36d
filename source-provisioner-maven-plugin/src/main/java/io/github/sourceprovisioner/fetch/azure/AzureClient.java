package io.github.sourceprovisioner.fetch.azure;

import io.github.sourceprovisioner.fetch.azure.proof.Proof;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebRequest;
import java.io.IOException;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Asks a store. Used by one thread. */
final class AzureClient {

  /** The first version that tells directories in listings. */
  private static final String VERSION = "2021-12-02";

  /** As RFC 9110 wants it, with two digits for the day. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final AzureSession session;
  private final Web web;

  AzureClient(AzureSession session, Web web) {
    this.session = session;
    this.web = web;
  }

  /** The answer, whatever it says; the caller closes it. */
  AzureAnswer send(AzureRequest request) throws IOException, InterruptedException {
    return new AzureAnswer(web.send(proven(request)));
  }

  /**
   * The answer of a store that did what it was asked for; the caller closes it.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if it did not, or if the blob
   *     is another than it was
   */
  AzureAnswer demand(AzureRequest request, AzureFailures.Asked asked)
      throws IOException, InterruptedException {
    AzureAnswer answer = send(request);
    if (!answer.isSuccess()) {
      answer.close();
      throw session.failures().of(answer, asked);
    }
    boolean other =
        request.ifMatch().isPresent()
            && answer.etag().isPresent()
            && !answer.etag().equals(request.ifMatch());
    if (other) {
      answer.close();
      throw session.failures().changed();
    }
    return answer;
  }

  private WebRequest proven(AzureRequest request) {
    Optional<Proof> proof = session.proof();
    URI uri =
        session.place().uri(request.blob(), request.query(), proof.map(Proof::query).orElse(""));
    WebRequest plain = request.method().equals("HEAD") ? WebRequest.head(uri) : WebRequest.get(uri);
    WebRequest dated =
        plain
            .with("x-ms-version", VERSION)
            .with("x-ms-date", DATE.format(session.clock().instant()));
    WebRequest complete =
        request.ifMatch().map(etag -> dated.with("If-Match", "\"" + etag + "\"")).orElse(dated);
    return proof.map(known -> known.signed(complete)).orElse(complete);
  }
}
