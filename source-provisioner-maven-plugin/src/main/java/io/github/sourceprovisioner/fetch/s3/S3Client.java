package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.fetch.s3.aws.AwsError;
import io.github.sourceprovisioner.fetch.s3.aws.Signature;
import io.github.sourceprovisioner.fetch.s3.aws.UriText;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks a store, and once more if it says that the bucket is in another region. Used by one thread.
 */
final class S3Client {

  private final S3Session session;
  private final Web web;

  S3Client(S3Session session, Web web) {
    this.session = session;
    this.web = web;
  }

  /** The answer, whatever it says; the caller closes it. */
  S3Answer send(S3Request request) throws IOException, InterruptedException {
    S3Place place = session.regions().corrected(session.place());
    S3Answer answer = send(request, place);
    Optional<String> region =
        answer.error().flatMap(AwsError::region).filter(r -> !r.equals(place.region()));
    if (region.isEmpty()) {
      return answer;
    }
    session.context().note("the bucket " + place.bucket() + " is in " + region.get());
    session.regions().learn(place, region.get());
    return send(request, place.in(region.get()));
  }

  /**
   * The answer of a store that did what it was asked for; the caller closes it.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if it did not, or if the
   *     object is another than it was
   */
  S3Answer demand(S3Request request, S3Failures.Asked asked)
      throws IOException, InterruptedException {
    S3Answer answer = send(request);
    if (answer.error().isPresent()) {
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

  private S3Answer send(S3Request request, S3Place place) throws IOException, InterruptedException {
    WebResponse response = web.send(signed(request, place));
    if (response.isSuccess()) {
      return new S3Answer(response, Optional.empty());
    }
    try (response) {
      Optional<String> region = response.header("x-amz-bucket-region");
      return new S3Answer(
          response, Optional.of(AwsError.read(response.status(), region, response.body())));
    }
  }

  private WebRequest signed(S3Request request, S3Place place) {
    URI uri = place.uri(request.key(), UriText.query(request.query()));
    WebRequest plain = request.method().equals("HEAD") ? WebRequest.head(uri) : WebRequest.get(uri);
    Map<String, String> headers = new TreeMap<>();
    if (session.key().isPresent()) {
      Map<String, String> content = Map.of("x-amz-content-sha256", Signature.NO_BODY);
      headers.putAll(
          new Signature(session.key().get(), place.region(), "s3", session.clock().instant())
              .headers(request.method(), uri, content, Signature.NO_BODY));
    }
    request.ifMatch().ifPresent(etag -> headers.put("If-Match", "\"" + etag + "\""));
    WebRequest complete = plain;
    for (Map.Entry<String, String> header : headers.entrySet()) {
      complete = complete.with(header.getKey(), header.getValue());
    }
    return complete;
  }
}
