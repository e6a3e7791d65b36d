package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Artifacts in OCI registries: {@code oci://host/repository:tag} or {@code …@sha256:hex}. The names
 * follow the OCI distribution specification, section "Pulling manifests".
 */
final class OciLocator implements Grammar {

  private static final Pattern REFERENCE = Pattern.compile("/([^:@]+)(?::([^:@]+))?(?:@([^@]+))?");

  private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
  private static final Pattern NAME = Pattern.compile(PART + "(?:/" + PART + ")*");

  /** What clients limit host and name together to, by the same section. */
  private static final int LONGEST_NAME = 255;

  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");

  private static final String ADVICE = "write oci://host/repository:tag";

  @Override
  public SourceLocation locate(Reading reading) {
    reading.query().allowOnly(Set.of(), "an OCI source");
    reading.refuseFragment();
    String written = reading.place();
    String url = reading.parts().isUrl() ? written : "oci://" + written;
    Address address = Address.of(url, Set.of("oci"), reading.refusals());
    Matcher reference = REFERENCE.matcher(address.path());
    if (!reference.matches()
        || reference.group(1).length() > LONGEST_NAME
        || !NAME.matcher(reference.group(1)).matches()) {
      throw reading.invalid(
          "a repository name that registries do not allow", ADVICE + " in lower case");
    }
    Optional<String> ref = ref(reading, reference);
    return new SourceLocation(
        Schemes.OCI,
        "oci://" + address.hostAndPort() + "/" + reference.group(1),
        ref,
        reading.subdir(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        PlaceName.hosted(List.of("oci"), address, List.of(reference.group(1).split("/"))));
  }

  /** A digest says more than the tag before it. */
  private static Optional<String> ref(Reading reading, Matcher reference) {
    Optional<String> digest = Optional.ofNullable(reference.group(3));
    Optional<String> inline = digest.or(() -> Optional.ofNullable(reference.group(2)));
    Optional<String> ref = RequestedVersion.of(reading, inline);
    ref.ifPresent(r -> check(r, reading));
    return ref;
  }

  private static void check(String ref, Reading reading) {
    if (!TAG.matcher(ref).matches() && !DIGEST.matcher(ref).matches()) {
      throw reading.invalid(
          "a tag or digest that registries do not allow",
          ADVICE + ", or @sha256: and 64 hex digits");
    }
  }
}
