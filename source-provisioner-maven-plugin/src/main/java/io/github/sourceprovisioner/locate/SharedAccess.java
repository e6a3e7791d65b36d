package io.github.sourceprovisioner.locate;

import io.github.sourceprovisioner.spi.Credential;
import java.util.Optional;
import java.util.Set;

/** The shared access signature in the query of an Azure source. */
final class SharedAccess {

  /** What counts: without it, the others prove nothing. */
  private static final String SIGNATURE = "sig";

  /** Of all kinds: of an account, of a service, of a user delegation. */
  static final Set<String> PARAMETERS =
      Set.of(
          SIGNATURE, "sv", "ss", "srt", "sr", "st", "se", "sp", "spr", "sip", "si", "sdd", "ses",
          "skoid", "sktid", "skt", "ske", "sks", "skv", "skdutid", "sduoid", "saoid", "suoid",
          "scid", "rscc", "rscd", "rsce", "rscl", "rsct");

  private SharedAccess() {}

  /**
   * The user {@code ?}, and the signature with all that it covers, as written; empty if there is
   * none.
   */
  static Optional<Credential> of(Reading reading) {
    boolean any = PARAMETERS.stream().anyMatch(reading.query()::has);
    if (!any) {
      return Optional.empty();
    }
    if (reading.query().value(SIGNATURE).isEmpty()) {
      throw reading.invalid(
          "a shared access signature without 'sig'",
          "copy the whole signature, or keep it out of the URI in a <server> of the settings");
    }
    String text = String.join("&", reading.query().others(AzureLocator.ownParameters()).values());
    return Optional.of(
        new Credential(InlineCredentials.ID, InlineCredentials.QUERY, Percent.tidyQuery(text)));
  }
}
