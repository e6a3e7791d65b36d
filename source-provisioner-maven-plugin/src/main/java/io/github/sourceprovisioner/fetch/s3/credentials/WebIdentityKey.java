package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The role of a pod or of a build with an OpenID token in a file. */
record WebIdentityKey() implements KeySource {

  @Override
  public Optional<AwsKey> find(Asking asking) throws IOException, InterruptedException {
    Optional<String> file = asking.machine().value("AWS_WEB_IDENTITY_TOKEN_FILE");
    Optional<String> arn = asking.machine().value("AWS_ROLE_ARN");
    if (file.isEmpty() || arn.isEmpty()) {
      return Optional.empty();
    }
    Role role =
        new Role(
            arn.get(),
            asking.machine().value("AWS_ROLE_SESSION_NAME").orElse(Role.SESSION),
            Optional.empty(),
            "the role of AWS_ROLE_ARN");
    return Optional.of(find(asking, role, file.get(), Optional.empty()));
  }

  /**
   * The key of a role.
   *
   * @param file the path of the file with the token
   * @param profile the one that names the file
   */
  static AwsKey find(Asking asking, Role role, String file, Optional<String> profile)
      throws IOException, InterruptedException {
    String region = asking.machine().region(profile).orElse("us-east-1");
    return new SecurityTokens(asking, region).assume(role, token(file));
  }

  private static String token(String file) throws IOException {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new AccessDenied(
          Problem.of("the file with the web identity token cannot be read")
              .because(e)
              .advise("check AWS_WEB_IDENTITY_TOKEN_FILE"));
    }
  }
}
