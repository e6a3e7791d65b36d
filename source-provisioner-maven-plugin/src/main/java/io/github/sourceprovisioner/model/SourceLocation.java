package io.github.sourceprovisioner.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The canonical, secret-free form of a source. Two sources that mean the same have equal locations.
 *
 * @param scheme who fetches it: {@code git}, {@code http}, {@code s3}, {@code gcs}, {@code azure},
 *     {@code oci}, {@code maven}, {@code file}, or one of an extension
 * @param url the URL to ask, without user info that is secret, without the query parameters that
 *     stand elsewhere in this record, without the subdirectory
 * @param ref the requested version in the words of the scheme (a git ref, an OCI tag, a Maven
 *     version); empty means the default
 * @param subdir the wanted directory below the root, {@code /} between segments, no leading or
 *     trailing slash; empty means the root
 * @param archive the archive format that the user asked for or that the name shows; empty means
 *     none
 * @param checksum {@code algorithm:hex} or {@code file:…}; empty means that none was given
 * @param parameters what else the scheme understands, by name, without secrets
 * @param coordinates the Maven name of the place
 */
public record SourceLocation(
    String scheme,
    String url,
    Optional<String> ref,
    String subdir,
    Optional<String> archive,
    Optional<String> checksum,
    SortedMap<String, String> parameters,
    Coordinates coordinates) {

  public SourceLocation {
    parameters = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(parameters)));
  }

  // What a record makes by itself costs some milliseconds at its first use, in every run.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SourceLocation that
        && url.equals(that.url)
        && subdir.equals(that.subdir)
        && ref.equals(that.ref)
        && scheme.equals(that.scheme)
        && archive.equals(that.archive)
        && checksum.equals(that.checksum)
        && parameters.equals(that.parameters)
        && coordinates.equals(that.coordinates);
  }

  /** Of what tells the locations of one run from each other. */
  @Override
  public int hashCode() {
    return (url.hashCode() * 31 + subdir.hashCode()) * 31 + ref.hashCode();
  }

  /** {@code scheme::url//subdir@ref}: how messages name a location. */
  @Override
  public String toString() {
    String start = url.startsWith(scheme + ":") ? url : scheme + "::" + url;
    return start + (subdir.isEmpty() ? "" : "//" + subdir) + ref.map(r -> "@" + r).orElse("");
  }
}
