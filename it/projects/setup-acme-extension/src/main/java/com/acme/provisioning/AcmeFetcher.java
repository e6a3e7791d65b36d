package com.acme.provisioning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.spi.Credential;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings one file in one version from a host that may want a password. */
public final class AcmeFetcher implements Fetcher {

  @Override
  public Set<String> schemes() {
    return Set.of("acme");
  }

  /** A version never changes, so it is the revision, and nobody has to be asked. */
  @Override
  public Revision resolve(SourceLocation location, FetchContext context) {
    String version =
        location
            .ref()
            .orElseThrow(
                () ->
                    new InvalidStack(
                        Problem.of("a thing of Acme has no default version")
                            .advise("name one with the key 'version'")));
    return new Revision(version, Revision.Stability.FIXED, Optional.empty());
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    URI uri = URI.create(location.url() + "/" + revision.id());
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(context.timeout());
    context.credential().ifPresent(known -> request.header("Authorization", basic(known)));
    Path file = staging.resolve(location.coordinates().artifactId() + ".txt");
    context.transfers().requested(uri.toString());
    try {
      HttpResponse<Path> answer =
          HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofFile(file));
      context.transfers().received(Files.size(file));
      if (answer.statusCode() != 200) {
        throw refused(answer.statusCode(), context.credential());
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      context.transfers().failed(e);
      throw e;
    }
    context.transfers().completed();
    return new Payload.Directory(staging, List.of());
  }

  /** Names who was refused, not the password; what may pass is left to another attempt. */
  private static ProvisioningException refused(int status, Optional<Credential> shown) {
    return switch (status) {
      case 401, 403 ->
          new AccessDenied(
              Problem.of("Acme refuses access with " + shown.map(Credential::id).orElse("nothing"))
                  .advise("check the <server> of the host in settings.xml"));
      case 404 ->
          new SourceNotFound(Problem.of("no such thing of Acme").advise("check the version"));
      default ->
          new TransferFailed(
              Problem.of("Acme answers with status " + status).advise("try again later"));
    };
  }

  private static String basic(Credential known) {
    String pair = known.user() + ":" + known.password();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
  }
}
