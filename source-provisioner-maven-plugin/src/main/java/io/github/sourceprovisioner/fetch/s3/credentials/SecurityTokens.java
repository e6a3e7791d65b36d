package io.github.sourceprovisioner.fetch.s3.credentials;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.fetch.s3.aws.AwsError;
import io.github.sourceprovisioner.fetch.s3.aws.AwsKey;
import io.github.sourceprovisioner.fetch.s3.aws.Signature;
import io.github.sourceprovisioner.fetch.s3.aws.UriText;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebRequest;
import io.github.sourceprovisioner.web.WebResponse;
import io.github.sourceprovisioner.web.xml.XmlAnswer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks the service that issues temporary keys (STS, version 2011-06-15).
 *
 * @param region where it is asked
 */
record SecurityTokens(Asking asking, String region) {

  private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

  /** The key of a role that another key may take on. */
  AwsKey assume(Role role, AwsKey key) throws IOException, InterruptedException {
    Map<String, String> form = form("AssumeRole", role);
    role.external().ifPresent(id -> form.put("ExternalId", id));
    WebRequest request = request(form);
    String digest = Signature.sha256(UriText.query(form));
    Map<String, String> headers =
        new Signature(key, region, "sts", asking.clock().instant())
            .headers("POST", request.uri(), Map.of(), digest);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      request = request.with(header.getKey(), header.getValue());
    }
    return key(request, role, key.toString());
  }

  /** The key of a role that whoever has a token may take on. */
  AwsKey assume(Role role, String token) throws IOException, InterruptedException {
    Map<String, String> form = form("AssumeRoleWithWebIdentity", role);
    form.put("WebIdentityToken", token);
    return key(request(form), role, "token of AWS_WEB_IDENTITY_TOKEN_FILE");
  }

  private static Map<String, String> form(String action, Role role) {
    return new TreeMap<>(
        Map.of(
            "Action",
            action,
            "Version",
            "2011-06-15",
            "RoleArn",
            role.arn(),
            "RoleSessionName",
            role.session()));
  }

  private WebRequest request(Map<String, String> form) {
    String domain = region.startsWith("cn-") ? ".amazonaws.com.cn" : ".amazonaws.com";
    URI usual = URI.create("https://sts." + region + domain);
    URI endpoint = asking.machine().endpoint("STS").orElse(usual);
    return WebRequest.post(
        URI.create(endpoint.getScheme() + "://" + endpoint.getRawAuthority() + "/"),
        FORM,
        UriText.query(form).getBytes(StandardCharsets.UTF_8));
  }

  private AwsKey key(WebRequest request, Role role, String shown)
      throws IOException, InterruptedException {
    try (WebResponse response = asking.web().send(request)) {
      if (!response.isSuccess()) {
        throw refused(response, role, shown);
      }
      XmlAnswer answer = XmlAnswer.read(response.body());
      return answer
          .first(answer.name().replace("Response", "Result"))
          .flatMap(result -> result.first("Credentials"))
          .flatMap(part -> key(part, role))
          .orElseThrow(() -> new IOException("an answer of STS without a key"));
    }
  }

  private static Optional<AwsKey> key(XmlAnswer part, Role role) {
    Optional<String> id = part.text("AccessKeyId");
    Optional<String> secret = part.text("SecretAccessKey");
    Optional<String> token = part.text("SessionToken");
    return id.isEmpty() || secret.isEmpty() || token.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new AwsKey(
                id.get(),
                secret.get(),
                token,
                role.origin(),
                part.text("Expiration").flatMap(SecurityTokens::time)));
  }

  private ProvisioningException refused(WebResponse response, Role role, String shown)
      throws IOException {
    AwsError error = AwsError.read(response.status(), Optional.empty(), response.body());
    if (error.status() >= 500 || error.status() == 429) {
      return new WebFailures(asking.context(), asking.clock(), "role")
          .refused(response, response.uri());
    }
    String why = error.code().isEmpty() ? "status " + error.status() : error.code();
    Problem problem =
        Problem.of("%s: STS refuses the %s (%s)".formatted(role.origin(), shown, why));
    return new AccessDenied(
        error.saysExpired()
            ? problem.advise("renew it: it has expired")
            : problem.advise("check the role, and that its trust policy names this identity"));
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
