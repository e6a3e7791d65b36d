package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks real servers, without redirects, credentials or limits. */
final class PlainWeb implements Web {

  private final HttpClient client = HttpClient.newHttpClient();

  @Override
  public WebResponse send(WebRequest request) throws IOException, InterruptedException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
    request.headers().forEach(builder::header);
    HttpResponse<InputStream> response =
        client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream());
    return new WebResponse(
        response.statusCode(), response.uri(), response.headers().map(), response.body());
  }
}
