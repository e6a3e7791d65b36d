package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Objects in Google Cloud Storage. The parameters {@code bucket} and {@code object} name one; the
 * ref is its generation, which users write as a fragment. Only hosts of Google are asked, since
 * they get Google's tokens.
 */
final class GcsLocator implements Grammar {

  static final String SUFFIX = ".googleapis.com";

  private static final String STORAGE = "storage" + SUFFIX;
  private static final Set<String> TRANSPORTS = Set.of("https");
  private static final String ADVICE = "write gs://<bucket>/<object>";

  /**
   * @param prefix the part of the URL before the bucket
   * @param path the bucket, then the segments of the object
   */
  private record Place(String prefix, List<String> path) {}

  @Override
  public SourceLocation locate(Reading reading) {
    reading.query().allowOnly(ObjectOptions.PARAMETERS, "a GCS source");
    RequestedVersion.refuseUnused(reading, "a GCS source");
    Optional<String> generation = reading.parts().fragment().filter(f -> !f.isEmpty());
    if (generation.isPresent() && !generation.get().matches("[0-9]{1,19}")) {
      throw reading.invalid("a generation that is no number", "write #<generation> after the name");
    }
    Place place = place(Address.of(url(reading), TRANSPORTS, reading.refusals()), reading);
    if (place.path().size() < 2 || place.path().get(0).isEmpty()) {
      throw reading.invalid("no bucket or no object", ADVICE + "; a whole bucket ends with '/'");
    }
    String object = String.join("/", place.path().subList(1, place.path().size()));
    SortedMap<String, String> parameters = ObjectOptions.of(reading);
    parameters.put("bucket", place.path().get(0));
    parameters.put("object", object);
    return new SourceLocation(
        Schemes.GCS,
        place.prefix() + PathSegments.encode(place.path()),
        generation,
        reading.subdir(),
        Archives.of(reading, object),
        Checksum.of(reading),
        parameters,
        PlaceName.local(List.of("gcs"), place.path()));
  }

  private static Place place(Address address, Reading reading) {
    List<String> path = PathSegments.of(address.path(), reading.refusals());
    String host = address.host();
    if (!address.userInfo().equals(UserInfo.NONE) || address.port().isPresent()) {
      throw reading.invalid("a user or a port in a GCS URL", ADVICE);
    }
    if (host.equals(STORAGE)) {
      return new Place("https://" + STORAGE, path);
    }
    if (host.endsWith("." + STORAGE)) {
      String bucket = host.substring(0, host.length() - STORAGE.length() - 1);
      return new Place(
          "https://" + STORAGE, Stream.concat(Stream.of(bucket), path.stream()).toList());
    }
    if (!host.equals("www" + SUFFIX) || path.size() < 3 || !path.get(0).equals("storage")) {
      throw reading.invalid("a URL that is not one of GCS", ADVICE);
    }
    return new Place(
        "https://" + host + PathSegments.encode(path.subList(0, 2)), path.subList(2, path.size()));
  }

  private static String url(Reading reading) {
    String place = reading.place();
    if (place.toLowerCase(Locale.ROOT).startsWith("gs://")) {
      return "https://" + STORAGE + "/" + place.substring("gs://".length());
    }
    if (reading.parts().isUrl()) {
      return place;
    }
    if (!isShorthand(reading.parts())) {
      throw reading.invalid("a place that is no URL", "gcs:: needs a URL: " + ADVICE);
    }
    return "https://" + place;
  }

  static boolean isShorthand(UriParts parts) {
    return parts.firstSegment().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }
}
