package io.github.sourceprovisioner.fetch.gcs;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.failure.SourceNotFound;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebResponse;

/** Says in our own words why the store did not do what it was asked for. */
record GcsFailures(GcsSession session) {

  /**
   * The failure for an answer that is no success.
   *
   * @param object whether a generation of an object was asked for, not a listing
   */
  ProvisioningException of(WebResponse answer, boolean object) {
    int status = answer.status();
    if (status == 401 && session.token().isPresent()) {
      return refused();
    }
    if (status == 401 || status == 403) {
      return denied();
    }
    if (status == 404) {
      return object ? gone() : absent();
    }
    return new WebFailures(session.context(), session.clock(), "object")
        .refused(answer, answer.uri());
  }

  /** The failure for a name that neither an object nor a prefix has. */
  SourceNotFound absent() {
    return new SourceNotFound(
        Problem.of("no object and no prefix " + session.place() + ", asked with " + who())
            .advise("check the spelling of bucket and object; case counts"));
  }

  /** The failure for an object that is no longer what the revision says. */
  SourceNotFound gone() {
    return new SourceNotFound(
        Problem.of(session.place() + " is no longer there in the wanted generation")
            .advise("run source:update, which takes what is there now")
            .advise("turn on versioning for the bucket, so that old generations stay"));
  }

  private AccessDenied refused() {
    return new AccessDenied(
        Problem.of("Google refuses " + who() + ": it is invalid or has expired")
            .advise("renew it: gcloud auth application-default login")
            .advise("or set GOOGLE_OAUTH_ACCESS_TOKEN to a new one"));
  }

  private AccessDenied denied() {
    Problem problem =
        Problem.of("Google refuses access to %s with %s".formatted(session.place(), who()));
    return new AccessDenied(
        session.token().isPresent()
            ? problem
                .advise("give its account the role Storage Object Viewer on the bucket")
                .advise("check the spelling: Google answers so for what does not exist")
            : problem
                .advise("sign in: gcloud auth application-default login")
                .advise("or set GOOGLE_APPLICATION_CREDENTIALS or GOOGLE_OAUTH_ACCESS_TOKEN"));
  }

  private String who() {
    return session.token().map(token -> "the " + token).orElse("no token at all");
  }
}
