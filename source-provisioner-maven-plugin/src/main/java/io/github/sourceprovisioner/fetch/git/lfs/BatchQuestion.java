package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.web.WebRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What is asked of the batch API ("Requests"): some objects, by the adapter that every server has.
 */
record BatchQuestion(LfsEndpoint endpoint, Collection<LfsPointer> objects) {

  /** The type of questions and answers. */
  static final String TYPE = "application/vnd.git-lfs+json";

  WebRequest request() {
    return WebRequest.post(endpoint.uri(), TYPE, text().getBytes(StandardCharsets.UTF_8))
        .with("Accept", TYPE);
  }

  /** Nothing needs to be escaped: ids and sizes have digits only. */
  private String text() {
    return objects.stream()
        .map(object -> "{\"oid\":\"" + object.oid() + "\",\"size\":" + object.size() + "}")
        .collect(
            Collectors.joining(
                ",",
                "{\"operation\":\"download\",\"transfers\":[\"basic\"],\"objects\":[",
                "],\"hash_algo\":\"sha256\"}"));
  }
}
