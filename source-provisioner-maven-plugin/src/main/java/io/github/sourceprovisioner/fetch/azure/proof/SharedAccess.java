package io.github.sourceprovisioner.fetch.azure.proof;

import io.github.sourceprovisioner.web.WebRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shared access signature: parameters of a query, one of which signs the others.
 *
 * @param query the parameters, encoded, without a question mark
 * @param origin how messages name it; never the secret
 */
public record SharedAccess(String query, String origin) implements Proof {

  private static final Pattern SIGNATURE = Pattern.compile("(?:^|[?&])sig=[^&]+");

  /**
   * A signature that can be sent.
   *
   * @throws io.github.sourceprovisioner.failure.AccessDenied if it cannot
   */
  public SharedAccess {
    query = query.startsWith("?") ? query.substring(1) : query;
    Sendable.check(query, "shared access signature of " + origin);
  }

  /** Whether a text has the form of a signature. */
  public static boolean isOne(String text) {
    return SIGNATURE.matcher(text).find();
  }

  /** When it begins to count; empty if it does not say so itself. */
  public Optional<Instant> begins() {
    return time("st");
  }

  /** When it ends; empty if only the store knows, as with a stored access policy. */
  public Optional<Instant> ends() {
    return time("se");
  }

  @Override
  public WebRequest signed(WebRequest request) {
    return request;
  }

  /** Dates and minutes are allowed, too. */
  private Optional<Instant> time(String name) {
    Matcher value = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
    if (!value.find()) {
      return Optional.empty();
    }
    try {
      String text = URLDecoder.decode(value.group(1), StandardCharsets.UTF_8);
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Names the signature without showing it. */
  @Override
  public String toString() {
    return "shared access signature of " + origin;
  }
}
