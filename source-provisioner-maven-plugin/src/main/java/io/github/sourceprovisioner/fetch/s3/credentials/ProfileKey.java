package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.fetch.s3.credentials.Profiles.Profile;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a profile of the shared files says: a key, a role that another profile may take on, a web
 * identity, a session of single sign-on, or a program that the user allows.
 *
 * @param named the profile that the source names; empty means {@code AWS_PROFILE}, or the default
 */
record ProfileKey(Optional<String> named) implements KeySource {

  @Override
  public Optional<AwsKey> find(Asking asking) throws IOException, InterruptedException {
    Profiles profiles = Profiles.read(asking.machine());
    String name = asking.machine().profile(named);
    boolean asked = named.isPresent() || asking.machine().value("AWS_PROFILE").isPresent();
    if (!asked && profiles.find(name).isEmpty()) {
      return Optional.empty();
    }
    return new Search(asking, profiles, new HashSet<>()).key(profiles.require(name), asked);
  }

  /**
   * A walk from profile to profile.
   *
   * @param seen the profiles on the way
   */
  private record Search(Asking asking, Profiles profiles, Set<String> seen) {

    /**
     * @param asked whether somebody names the profile: then it has to have a key
     */
    Optional<AwsKey> key(Profile profile, boolean asked) throws IOException, InterruptedException {
      boolean first = seen.add(profile.name());
      Optional<String> role = profile.value("role_arn");
      if (role.isPresent() && first) {
        return Optional.of(role(profile, role.get()));
      }
      Optional<AwsKey> stored = stored(profile);
      if (stored.isPresent()) {
        return stored;
      }
      if (SsoKey.isConfigured(profile)) {
        return Optional.of(new SsoKey(profile, profiles).find(asking));
      }
      if (ProcessKey.isConfigured(profile)) {
        return Optional.of(new ProcessKey(profile).find(asking));
      }
      if (asked) {
        throw refused(
            profile + " has no key",
            "check it with aws configure list --profile " + profile.name());
      }
      return Optional.empty();
    }

    private AwsKey role(Profile profile, String arn) throws IOException, InterruptedException {
      if (profile.value("mfa_serial").isPresent()) {
        throw refused(
            "the role of " + profile + " wants a code of a second factor",
            "get a session with the AWS command line, and put it into AWS_ACCESS_KEY_ID and its"
                + " like");
      }
      Role role =
          new Role(
              arn,
              profile.value("role_session_name").orElse(Role.SESSION),
              profile.value("external_id"),
              "the role of " + profile);
      Optional<String> file = profile.value("web_identity_token_file");
      if (file.isPresent()) {
        return WebIdentityKey.find(asking, role, file.get(), Optional.of(profile.name()));
      }
      String region = asking.machine().region(Optional.of(profile.name())).orElse("us-east-1");
      return new SecurityTokens(asking, region).assume(role, source(profile));
    }

    private AwsKey source(Profile profile) throws IOException, InterruptedException {
      Optional<String> other = profile.value("source_profile");
      Optional<AwsKey> key =
          other.isPresent()
              ? key(profiles.require(other.get()), true)
              : source(profile.value("credential_source").orElse("")).find(asking);
      return key.orElseThrow(
          () ->
              refused(
                  "the role of " + profile + " has nobody who takes it on",
                  "give the profile a source_profile with a key, or a credential_source"));
    }

    private static KeySource source(String name) {
      return switch (name) {
        case "Environment" -> new EnvironmentKey();
        case "EcsContainer" -> new ContainerKey();
        case "Ec2InstanceMetadata" -> new InstanceKey();
        default -> asking -> Optional.empty();
      };
    }

    private static Optional<AwsKey> stored(Profile profile) {
      Optional<String> id = profile.value("aws_access_key_id");
      Optional<String> secret = profile.value("aws_secret_access_key");
      return id.isEmpty() || secret.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new AwsKey(
                  id.get(), secret.get(), profile.value("aws_session_token"), profile.toString()));
    }

    private static AccessDenied refused(String message, String advice) {
      return new AccessDenied(Problem.of(message).advise(advice));
    }
  }
}
