package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Objects in S3 and in stores that speak like it. The URL of the location always has the bucket in
 * its path; the parameters {@code bucket}, {@code key} and {@code region} say the same in parts,
 * the ref is the version of the object.
 */
final class S3Locator implements Grammar {

  private static final Set<String> TRANSPORTS = Set.of("http", "https");
  private static final String ADVICE = "write s3::https://s3.<region>.amazonaws.com/<bucket>/<key>";

  @Override
  public SourceLocation locate(Reading reading) {
    reading.query().allowOnly(known(), "an S3 source");
    reading.refuseFragment();
    RequestedVersion.refuseUnused(reading, "an S3 source");
    AwsKeys.of(reading);
    Address address = Address.of(url(reading), TRANSPORTS, reading.refusals());
    if (!address.userInfo().equals(UserInfo.NONE)) {
      throw reading.invalid("a user in an S3 URL", "configure a <server> for the host");
    }
    Optional<S3Host> host = S3Host.of(address.host());
    if (host.isEmpty() && S3Host.isAmazon(address.host())) {
      throw S3Host.isAccessPoint(address.host())
          ? reading.invalid("an S3 access point, which is not supported", "name the bucket itself")
          : reading.invalid("a host of AWS that is not S3", ADVICE);
    }
    List<String> path =
        Stream.concat(
                host.flatMap(S3Host::bucket).stream(),
                PathSegments.of(address.path(), reading.refusals()).stream())
            .toList();
    if (path.size() < 2 || path.get(0).isEmpty()) {
      throw reading.invalid("no bucket or no key", ADVICE + "; a whole bucket ends with '/'");
    }
    return location(reading, address, host, path);
  }

  private static SourceLocation location(
      Reading reading, Address address, Optional<S3Host> host, List<String> path) {
    String key = String.join("/", path.subList(1, path.size()));
    SortedMap<String, String> parameters = ObjectOptions.of(reading);
    parameters.put("bucket", path.get(0));
    parameters.put("key", key);
    parameters.put("region", region(reading, host));
    reading.query().value(AwsKeys.PROFILE).ifPresent(p -> parameters.put(AwsKeys.PROFILE, p));
    String authority = host.map(S3Host::endpoint).orElse(address.hostAndPort());
    List<String> amazon = List.of("s3", host.map(S3Host::china).orElse(false) ? "aws-cn" : "aws");
    return new SourceLocation(
        Schemes.S3,
        address.scheme() + "://" + authority + PathSegments.encode(path),
        reading.query().value("version"),
        reading.subdir(),
        Archives.of(reading, key),
        Checksum.of(reading),
        parameters,
        host.isPresent()
            ? PlaceName.local(amazon, path)
            : PlaceName.hosted(List.of("s3"), address, path));
  }

  /** Buckets of Amazon have one name in the world, so the place does not depend on the region. */
  private static String region(Reading reading, Optional<S3Host> host) {
    Optional<String> asked = reading.query().value("region");
    Optional<String> named = host.flatMap(S3Host::region);
    if (asked.isPresent() && !asked.get().matches("[a-z0-9-]{1,40}")) {
      throw reading.invalid("a parameter 'region' that is no region", "write eu-west-1, say");
    }
    if (asked.isPresent() && named.isPresent() && !asked.equals(named)) {
      throw reading.invalid(
          "the parameter 'region' beside another region in the host", "keep one of the two");
    }
    return named.or(() -> asked).orElse("us-east-1");
  }

  private static String url(Reading reading) {
    String place = reading.place();
    if (!reading.parts().isUrl()) {
      if (!S3Host.isAmazon(reading.parts().firstSegment().toLowerCase(Locale.ROOT))) {
        throw reading.invalid("a place that is no URL", "s3:: needs a URL: " + ADVICE);
      }
      return "https://" + place;
    }
    if (!place.toLowerCase(Locale.ROOT).startsWith("s3://")) {
      return place;
    }
    String rest = place.substring("s3://".length());
    int slash = rest.indexOf('/');
    String host = slash < 0 ? rest : rest.substring(0, slash);
    if (S3Host.isAmazon(host.toLowerCase(Locale.ROOT))) {
      return "https://" + rest;
    }
    String region = reading.query().value("region").map(r -> "." + r).orElse("");
    return "https://s3" + region + ".amazonaws.com/" + rest;
  }

  private static Set<String> known() {
    Set<String> known = new HashSet<>(ObjectOptions.PARAMETERS);
    known.addAll(AwsKeys.PARAMETERS);
    known.addAll(Set.of("region", "version"));
    return known;
  }
}
