package io.github.sourceprovisioner.fetch.git;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What servers do that a fetcher has to live with. */
final class Misbehavior {

  private Misbehavior() {}

  /** Answers the first command itself. */
  static GitServer.Behavior firstPost(GitServer server, String body) {
    return (request, response) -> {
      if (server.requests.stream().filter(r -> r.startsWith("POST")).count() != 1) {
        return false;
      }
      response.setContentType("application/x-git-upload-pack-result");
      response.getOutputStream().print(body);
      return true;
    };
  }

  static GitServer.Behavior status(int status) {
    return (request, response) -> {
      response.setStatus(status);
      return true;
    };
  }

  static GitServer.Behavior redirect(String from, String to) {
    return (request, response) -> {
      if (!request.getRequestURI().startsWith(from)) {
        return false;
      }
      String rest = request.getRequestURI().substring(from.length());
      response.setStatus(301);
      response.setHeader("Location", to + rest + "?" + request.getQueryString());
      return true;
    };
  }

  static GitServer.Behavior askForPassword() {
    String expected =
        "Basic "
            + Base64.getEncoder().encodeToString("ann:secret".getBytes(StandardCharsets.UTF_8));
    return (request, response) -> {
      if (expected.equals(request.getHeader("Authorization"))) {
        return false;
      }
      response.setHeader("WWW-Authenticate", "Basic realm=\"git\"");
      response.setStatus(401);
      return true;
    };
  }
}
