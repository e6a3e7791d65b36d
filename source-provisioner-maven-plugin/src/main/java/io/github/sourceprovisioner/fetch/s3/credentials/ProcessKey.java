package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.fetch.s3.credentials.Profiles.Profile;
import io.github.sourceprovisioner.web.json.JsonObject;
import io.github.sourceprovisioner.web.program.Programs;
import java.nio.file.FileSystems;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The key that a program prints: the {@code credential_process} of a profile, with an answer of
 * version 1. It is run only if the user allows it.
 *
 * @param profile the one that names the program
 */
record ProcessKey(Profile profile) {

  private static final String SETTING = "credential_process";

  static boolean isConfigured(Profile profile) {
    return profile.value(SETTING).isPresent();
  }

  /**
   * The key.
   *
   * @throws AccessDenied if programs are not allowed, or if this one does not give one
   */
  AwsKey find(Asking asking) throws InterruptedException {
    Programs programs =
        Programs.allowedBy(asking.context(), asking.machine().environment())
            .orElseThrow(this::notAllowed);
    AwsKey key = programs.run(command(), "").read(this::key);
    if (!key.isValidAt(asking.clock().instant())) {
      throw new AccessDenied(
          Problem.of("the program of " + profile + " gives a key that has ended")
              .advise("run it yourself: you may have to log in again"));
    }
    return key;
  }

  private List<String> command() {
    boolean posix = FileSystems.getDefault().getSeparator().equals("/");
    return CommandLine.split(profile.value(SETTING).orElse(""), posix)
        .orElseThrow(
            () ->
                new AccessDenied(
                    Problem.of("the credential_process of " + profile + " is no command line")
                        .advise("close its quotes")));
  }

  private Optional<AwsKey> key(JsonObject answer) {
    Optional<String> id = answer.text("AccessKeyId");
    Optional<String> secret = answer.text("SecretAccessKey");
    Optional<String> end = answer.text("Expiration");
    Optional<Instant> time = end.flatMap(SecurityTokens::time);
    if (answer.number("Version").orElse(0) != 1
        || id.isEmpty()
        || secret.isEmpty()
        || end.isPresent() != time.isPresent()) {
      return Optional.empty();
    }
    Optional<String> token = answer.text("SessionToken").filter(text -> !text.isEmpty());
    return Optional.of(
        new AwsKey(id.get(), secret.get(), token, "the program of " + profile, time));
  }

  private AccessDenied notAllowed() {
    return new AccessDenied(
        Problem.of(profile + " leaves its key to a program, which is not run")
            .advise(
                "allow it with "
                    + Programs.SWITCH
                    + ", or put key id and secret as user and password into a <server>")
            .advise("run it yourself, and put the key into AWS_ACCESS_KEY_ID and its like"));
  }
}
