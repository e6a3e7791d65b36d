package io.github.sourceprovisioner.model;

import java.util.Optional;

/**
 * What a location means now.
 *
 * @param id a commit id, a digest, an object version: never two contents under one id of one place
 * @param stability whether the same question may get another answer later
 * @param ref the full name that the host gave to the answer ({@code refs/tags/v1}), if there is one
 */
public record Revision(String id, Stability stability, Optional<String> ref) {

  /** Whether a location can mean something else tomorrow. */
  public enum Stability {
    /** The location names the content itself: a commit id, a digest. Never asked again. */
    FIXED,
    /** A tag: kept under the first revision seen; one that moved is reported. */
    TAG,
    /** A branch, the default, {@code latest}: asked again after its time to live. */
    MOVING,
    /** On this machine: cheap to ask, so asked in every run, also offline. */
    LOCAL
  }
}
