package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.TransferFailed;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.web.inside.InnerService;
import io.github.sourceprovisioner.web.inside.InnerService.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The role of the container that we run in (ECS, EKS). */
record ContainerKey() implements KeySource {

  private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
  private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";

  /** Who may be asked without TLS: this machine, and the addresses of ECS and EKS. */
  private static final Set<String> PLAIN =
      Set.of("localhost", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "[::1]");

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.[0-9]{1,3}){3}");

  @Override
  public Optional<AwsKey> find(Asking asking) {
    Optional<URI> uri = uri(asking.machine());
    if (uri.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> token = token(asking.machine());
    Map<String, String> headers =
        token.isPresent() ? Map.of("Authorization", token.get()) : Map.of();
    Optional<AwsKey> key =
        InnerService.USUAL
            .ask("GET", uri.get(), headers)
            .filter(answer -> answer.status() == 200)
            .map(Answer::body)
            .flatMap(body -> JsonKey.read(body, "the role of this container"));
    if (key.isEmpty()) {
      throw new TransferFailed(
          Problem.of("the container does not give out the key of its role")
              .advise("check that the task or the pod has a role"));
    }
    return key;
  }

  private static Optional<URI> uri(Machine machine) {
    Optional<String> relative = machine.value(RELATIVE);
    Optional<String> text =
        relative
            .map(path -> machine.container() + (path.startsWith("/") ? "" : "/") + path)
            .or(() -> machine.value(FULL));
    Optional<URI> uri = text.map(ContainerKey::parsed);
    uri.filter(there -> !isAllowed(there, machine))
        .ifPresent(
            there -> {
              throw refused();
            });
    return uri;
  }

  private static URI parsed(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw refused();
    }
  }

  private static boolean isAllowed(URI uri, Machine machine) {
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      return false;
    }
    boolean near =
        PLAIN.contains(uri.getHost())
            || LOOPBACK.matcher(uri.getHost()).matches()
            || uri.getHost().equals(machine.container().getHost());
    return "https".equals(uri.getScheme()) || (near && "http".equals(uri.getScheme()));
  }

  private static AccessDenied refused() {
    return new AccessDenied(
        Problem.of(FULL + " names a host that could be anyone's")
            .advise("use https, or an address of this machine"));
  }

  private static Optional<String> token(Machine machine) {
    Optional<String> file = machine.value("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    if (file.isEmpty()) {
      return machine.value("AWS_CONTAINER_AUTHORIZATION_TOKEN");
    }
    try {
      return Optional.of(Files.readString(Path.of(file.get())).strip());
    } catch (IOException | InvalidPathException e) {
      throw new AccessDenied(
          Problem.of("the file with the token of the container cannot be read")
              .because(e)
              .advise("check AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"));
    }
  }
}
