package io.github.sourceprovisioner.mojo;

import io.github.sourceprovisioner.mojo.maven.shared.SharedAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code <sharedRepository>} in a POM. Maven fills it in, and makes one where nothing is said. */
public final class SharedRepositoryParameter {

  private @Nullable String id;
  private @Nullable String url;
  private @Nullable String text;

  /** Takes the form of the command line. Maven calls it; the name is Maven's. */
  public void set(String value) {
    text = value;
  }

  /**
   * What was said.
   *
   * @return empty if nothing was
   * @throws io.github.sourceprovisioner.failure.InvalidStack if it is no address
   */
  Optional<SharedAddress> address() {
    if (text != null) {
      return text.isBlank() ? Optional.empty() : Optional.of(SharedAddress.parse(text));
    }
    if (id == null && url == null) {
      return Optional.empty();
    }
    return Optional.of(
        new SharedAddress(
            Optional.ofNullable(id).orElse("").strip(),
            Optional.ofNullable(url).orElse("").strip()));
  }
}
