package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.web.inside.InnerService;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The role of the EC2 instance that we run on, by version 2 of its metadata service alone: the
 * first version gives keys to whoever can make a server ask for a URL.
 */
record InstanceKey() implements KeySource {

  private static final String ROLES = "/latest/meta-data/iam/security-credentials/";
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,128}");
  private static final String TOKEN = "X-aws-ec2-metadata-token";

  @Override
  public Optional<AwsKey> find(Asking asking) {
    Machine machine = asking.machine();
    if (machine.value("AWS_EC2_METADATA_DISABLED").filter("true"::equalsIgnoreCase).isPresent()) {
      return Optional.empty();
    }
    String place = machine.metadata().toString();
    return ask("PUT", place + "/latest/api/token", Map.of(TOKEN + "-ttl-seconds", "21600"))
        .flatMap(
            token ->
                ask("GET", place + ROLES, Map.of(TOKEN, token))
                    .map(name -> name.lines().findFirst().orElse(""))
                    .filter(name -> NAME.matcher(name).matches())
                    .flatMap(name -> ask("GET", place + ROLES + name, Map.of(TOKEN, token))))
        .flatMap(answer -> JsonKey.read(answer, "the role of this instance"));
  }

  private static Optional<String> ask(String method, String url, Map<String, String> headers) {
    return InnerService.USUAL
        .ask(method, URI.create(url), headers)
        .filter(answer -> answer.status() == 200)
        .map(answer -> answer.body().strip());
  }
}
