package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.web.WebRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where one object can be had (batch API, "Successful Responses").
 *
 * @param href a checked URL
 * @param headers what the host of that URL wants to see, and nobody else: they may be secrets
 * @param expires when it is too late; empty means that the server does not say
 */
record DownloadAction(URI href, Map<String, String> headers, Optional<Instant> expires) {

  DownloadAction {
    headers = Map.copyOf(headers);
  }

  boolean isExpired(Instant now) {
    return expires.filter(end -> !now.isBefore(end)).isPresent();
  }

  /** The request for the object. */
  WebRequest request() {
    WebRequest request = WebRequest.get(href);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.with(header.getKey(), header.getValue());
    }
    return request;
  }

  /** Without headers and query: both may be secrets. */
  @Override
  public String toString() {
    return "download from " + href.getHost();
  }
}
