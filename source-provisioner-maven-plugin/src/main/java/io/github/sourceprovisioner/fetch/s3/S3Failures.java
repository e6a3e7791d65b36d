package io.github.sourceprovisioner.fetch.s3;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.fetch.s3.aws.AwsError;
import io.github.sourceprovisioner.model.Redaction;
import io.github.sourceprovisioner.web.WebFailures;
import java.util.Locale;
import java.util.Set;

/** Says in our own words why a store did not do what it was asked for. */
record S3Failures(S3Session session) {

  /** What was asked for. */
  enum Asked {
    OBJECT,
    VERSION,
    LISTING
  }

  private static final Set<Integer> GONE = Set.of(404, 405, 410);

  /** The failure for an answer with an error. */
  ProvisioningException of(S3Answer answer, Asked asked) {
    AwsError error = answer.error().orElseThrow();
    if (error.saysExpired()) {
      return expired();
    }
    return switch (error.code()) {
      case "InvalidAccessKeyId", "InvalidToken", "InvalidClientTokenId" -> unknownKey();
      case "SignatureDoesNotMatch" -> wrongSecret();
      case "RequestTimeTooSkewed", "RequestExpired" -> wrongClock();
      case "InvalidObjectState" -> frozen();
      case "NoSuchBucket" -> noBucket();
      default -> byStatus(answer, error, asked);
    };
  }

  /** The failure for an object that is no longer what the revision says. */
  SourceNotFound changed() {
    return new SourceNotFound(
        Problem.of(session.place() + " has changed, and the store keeps no older version of it")
            .advise("run source:update, which takes what is there now")
            .advise("turn on versioning for the bucket, so that old revisions stay"));
  }

  /** The failure for a key that neither an object nor a prefix has. */
  SourceNotFound absent() {
    return new SourceNotFound(
        Problem.of("no object and no prefix " + place() + ", asked with " + who())
            .advise("check the spelling; case counts"));
  }

  private ProvisioningException byStatus(S3Answer answer, AwsError error, Asked asked) {
    int status = error.status();
    if (status == 401 || status == 403) {
      return denied();
    }
    if (asked == Asked.VERSION && (status == 400 || GONE.contains(status))) {
      return noVersion();
    }
    if (status == 412) {
      return changed();
    }
    if (GONE.contains(status)) {
      return absent();
    }
    if (status == 301) {
      return elsewhere();
    }
    return new WebFailures(session.context(), session.clock(), "object")
        .refused(answer.response(), answer.response().uri());
  }

  private AccessDenied expired() {
    return new AccessDenied(
        Problem.of(host() + " refuses " + who() + ": its session token has expired")
            .advise("renew it: sign in again, or replace all three parts of the key"));
  }

  private AccessDenied unknownKey() {
    return new AccessDenied(
        Problem.of(host() + " does not know " + who())
            .advise("check the access key id: it may be deleted, or of another store"));
  }

  private AccessDenied wrongSecret() {
    return new AccessDenied(
        Problem.of(host() + " refuses the signature with " + who())
            .advise("check the secret access key, and that it belongs to the access key id"));
  }

  private AccessDenied wrongClock() {
    return new AccessDenied(
        Problem.of(host() + " refuses a request whose time is not its own")
            .advise("set the clock of this machine"));
  }

  private SourceNotFound frozen() {
    return new SourceNotFound(
        Problem.of(place() + " is in an archive of the store, and cannot be read at once")
            .advise("restore the object, and run again when that is done"));
  }

  private SourceNotFound noBucket() {
    return new SourceNotFound(
        Problem.of("there is no bucket " + session.place().bucket() + " at " + host())
            .advise("check the spelling of the bucket, and the host"));
  }

  private SourceNotFound noVersion() {
    return new SourceNotFound(
        Problem.of(place() + " has no such version, asked with " + who())
            .advise("list its versions with aws s3api list-object-versions")
            .advise("leave out the parameter 'version' to take the newest"));
  }

  private SourceNotFound elsewhere() {
    return new SourceNotFound(
        Problem.of("the bucket " + session.place().bucket() + " is in another region")
            .advise("name the region: s3::https://s3.<region>.amazonaws.com/bucket/key"));
  }

  private AccessDenied denied() {
    Problem problem = Problem.of(host() + " refuses access to " + place() + " with " + who());
    String rights = "s3:GetObject and, for prefixes, s3:ListBucket";
    return new AccessDenied(
        session.key().isPresent()
            ? problem
                .advise("check that the key may do " + rights)
                .advise("check the spelling: S3 answers so for what does not exist")
            : problem
                .advise("set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY")
                .advise("add a <server> with the id " + host() + " to settings.xml"));
  }

  private String who() {
    return session.key().map(Object::toString).map("the "::concat).orElse("no key at all");
  }

  private String host() {
    return session.place().endpoint().getRawAuthority().toLowerCase(Locale.ROOT);
  }

  private String place() {
    return Redaction.redact(session.place().bucket() + "/" + session.place().key());
  }
}
