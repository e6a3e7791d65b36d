package io.github.sourceprovisioner.fetch.gcs;

import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import io.github.sourceprovisioner.web.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Asks the JSON API of the store. Used by one thread. */
final class GcsClient {

  /** A page of a listing has a thousand names of at most a kilobyte. */
  private static final int LONGEST = 4 << 20;

  private final GcsSession session;
  private final Web web;

  GcsClient(GcsSession session, Web web) {
    this.session = session;
    this.web = web;
  }

  /**
   * The generation of an object; empty if there is none, or none that may be read.
   *
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if the token is no good or
   *     the store in trouble: then nobody knows whether there is an object
   */
  Optional<String> generation(String object) throws IOException, InterruptedException {
    try (WebResponse answer =
        send(session.place().uri(object, Map.of("fields", "generation,size")))) {
      int status = answer.status();
      if (status == 401 || status == 429 || status >= 500) {
        throw session.failures().of(answer, false);
      }
      return answer.isSuccess() ? json(answer).text("generation") : Optional.empty();
    }
  }

  /** One page of a listing. */
  JsonObject page(String prefix, Optional<String> next) throws IOException, InterruptedException {
    Map<String, String> query = new TreeMap<>();
    query.put("fields", "items(name,size,generation),nextPageToken");
    query.put("prefix", prefix);
    next.ifPresent(token -> query.put("pageToken", token));
    try (WebResponse answer = demand(session.place().uri("", query), false)) {
      return json(answer);
    }
  }

  /** The content of an object in one generation, or as it is now. */
  InputStream open(String object, Optional<String> generation)
      throws IOException, InterruptedException {
    Map<String, String> query = new TreeMap<>(Map.of("alt", "media"));
    generation.ifPresent(number -> query.put("generation", number));
    return demand(session.place().uri(object, query), generation.isPresent()).body();
  }

  private WebResponse demand(URI uri, boolean object) throws IOException, InterruptedException {
    WebResponse answer = send(uri);
    if (!answer.isSuccess()) {
      answer.close();
      throw session.failures().of(answer, object);
    }
    return answer;
  }

  private WebResponse send(URI uri) throws IOException, InterruptedException {
    WebRequest request = WebRequest.get(uri);
    return web.send(
        session
            .token()
            .map(token -> request.with("Authorization", "Bearer " + token.value()))
            .orElse(request));
  }

  private JsonObject json(WebResponse answer) throws IOException {
    try {
      byte[] body = answer.body().readNBytes(LONGEST + 1);
      if (body.length <= LONGEST) {
        return JsonObject.parse(body);
      }
      throw unusable(new IOException("an answer of more than " + LONGEST + " bytes"));
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  /** Sizes are texts, as whole numbers of 64 bits are in JSON. */
  static OptionalLong size(JsonObject item) {
    return item.text("size").filter(text -> text.matches("[0-9]{1,18}")).stream()
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private TransferFailed unusable(Exception cause) {
    return new TransferFailed(
        Problem.of(session.place().endpoint().getHost() + " does not answer as the store does")
            .because(cause)
            .advise("try again later"));
  }
}
