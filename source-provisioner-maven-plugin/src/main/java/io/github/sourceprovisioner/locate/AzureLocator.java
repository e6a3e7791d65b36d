package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.SourceLocation;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Blobs in Azure Blob Storage and in servers that speak like it. The parameters {@code endpoint},
 * {@code account}, {@code container} and {@code blob} say in parts what the URL says; the ref is
 * the version of the blob, or {@code snapshot=} and the time of a snapshot. Where the host does not
 * name the account, the path begins with it.
 */
final class AzureLocator implements Grammar {

  private static final Set<String> VERSIONS = Set.of("versionid", "versionId", "snapshot");
  private static final Set<String> TRANSPORTS = Set.of("http", "https");
  private static final String ADVICE =
      "write azurerm::https://<account>.blob.core.windows.net/<container>/<blob>";

  /**
   * What a URL names.
   *
   * @param endpoint the part of the URL before the container
   * @param path the container, then the segments of the blob
   */
  private record Place(
      String endpoint, String account, List<String> path, Coordinates coordinates) {}

  /** Every parameter but those of a signature. */
  static Set<String> ownParameters() {
    return union(ObjectOptions.PARAMETERS, VERSIONS);
  }

  @Override
  public SourceLocation locate(Reading reading) {
    reading.query().allowOnly(known(reading), "an Azure source");
    reading.refuseFragment();
    RequestedVersion.refuseUnused(reading, "an Azure source");
    Place place = place(Address.of(url(reading), TRANSPORTS, reading.refusals()), reading);
    String blob = String.join("/", place.path().subList(1, place.path().size()));
    SortedMap<String, String> parameters = ObjectOptions.of(reading);
    parameters.put("endpoint", place.endpoint());
    parameters.put("account", place.account());
    parameters.put("container", place.path().get(0));
    parameters.put("blob", blob);
    return new SourceLocation(
        Schemes.AZURE,
        place.endpoint() + PathSegments.encode(place.path()),
        version(reading),
        reading.subdir(),
        Archives.of(reading, blob),
        Checksum.of(reading),
        parameters,
        place.coordinates());
  }

  private static Set<String> known(Reading reading) {
    return SharedAccess.of(reading).isPresent()
        ? union(ownParameters(), SharedAccess.PARAMETERS)
        : ownParameters();
  }

  private static Place place(Address address, Reading reading) {
    if (!address.userInfo().equals(UserInfo.NONE)) {
      throw reading.invalid("a user in an Azure URL", "configure a <server> for the host");
    }
    Optional<AzureHost> host = AzureHost.of(address.host());
    if (host.isEmpty() && AzureHost.isAzure(address.host())) {
      throw reading.invalid(
          "a host of Azure that is not Blob Storage", "write blob in place of dfs, file or web");
    }
    List<String> path = PathSegments.of(address.path(), reading.refusals());
    String root = address.scheme() + "://" + address.hostAndPort();
    if (host.isPresent()) {
      whole(path, reading);
      return new Place(root, host.get().account(), path, coordinates(host.get(), address, path));
    }
    if (path.isEmpty() || !AzureHost.isAccount(path.get(0))) {
      throw reading.invalid("no account", ADVICE + ", or https://<host>/<account>/<container>/…");
    }
    List<String> inside = path.subList(1, path.size());
    whole(inside, reading);
    Coordinates coordinates = PlaceName.hosted(List.of("azure-blob"), address, path);
    return new Place(root + "/" + path.get(0), path.get(0), inside, coordinates);
  }

  private static Coordinates coordinates(AzureHost host, Address address, List<String> path) {
    return host.worldwide() && address.isSecure() && address.port().isEmpty()
        ? PlaceName.local(List.of("azure", host.account()), path)
        : PlaceName.hosted(List.of("azure-blob"), address, path);
  }

  private static void whole(List<String> path, Reading reading) {
    if (path.size() < 2 || path.get(0).isEmpty()) {
      throw reading.invalid(
          "no container or no blob", ADVICE + "; a whole container ends with '/'");
    }
  }

  private static Optional<String> version(Reading reading) {
    List<String> named = VERSIONS.stream().filter(reading.query()::has).sorted().toList();
    if (named.size() > 1) {
      throw reading.invalid("two versions of a blob", "keep one of " + String.join(", ", named));
    }
    return named.stream()
        .findFirst()
        .map(name -> (name.equals("snapshot") ? "snapshot=" : "") + time(name, reading));
  }

  private static String time(String name, Reading reading) {
    return reading
        .query()
        .value(name)
        .filter(
            t -> t.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T([0-9]{2}:){2}[0-9]{2}(\\.[0-9]{1,7})?Z"))
        .orElseThrow(
            () ->
                reading.invalid(
                    "a parameter '" + name + "' that is no time",
                    "write " + name + "=2026-01-31T12:00:00.1234567Z, as Azure shows it"));
  }

  private static String url(Reading reading) {
    if (reading.parts().isUrl()) {
      return reading.place();
    }
    if (!AzureHost.isAzure(reading.parts().firstSegment().toLowerCase(Locale.ROOT))) {
      throw reading.invalid("a place that is no URL", ADVICE);
    }
    return "https://" + reading.place();
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new HashSet<>(one);
    all.addAll(other);
    return Set.copyOf(all);
  }
}
