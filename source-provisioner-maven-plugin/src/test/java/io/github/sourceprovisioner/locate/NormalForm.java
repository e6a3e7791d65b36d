package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.model.SourceLocation;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Locations as go-getter writes them. */
final class NormalForm {

  private NormalForm() {}

  /** A location as go-getter would write it, without the forced prefix. */
  static String normalForm(SourceLocation location) {
    String query =
        Stream.of(
                location.ref().filter(r -> location.scheme().equals("git")).map(r -> "ref=" + r),
                location.ref().filter(r -> location.scheme().equals("s3")).map(r -> "version=" + r),
                location.checksum().map(c -> "checksum=" + c))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("&"));
    String subdir = location.subdir().isEmpty() ? "" : "//" + location.subdir();
    String url = location.url() + subdir + (query.isEmpty() ? "" : "?" + query);
    return location.scheme() + " " + url;
  }

  /**
   * A normal form of go-getter, with the differences that mean nothing taken out: the prefix is the
   * scheme, {@code //.} is the root, {@code depth} has no meaning, a ref is not encoded.
   */
  static String comparable(String goGetter) {
    String[] halves = goGetter.split("::(?=[a-z])", 2);
    String url = halves[halves.length - 1];
    String prefix = halves.length == 1 ? url.substring(0, url.indexOf(':')) : halves[0];
    return prefix.replace("https", "http")
        + " "
        + url.replaceFirst("depth=1&|&depth=1", "")
            .replaceFirst("//\\.(?=\\?|$)", "")
            .replace("%2F", "/");
  }
}
