package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.web.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the batch API says ("Successful Responses", "Response Errors"). What is in no object that
 * was asked for does not count; everything else has to be as the specification says.
 */
final class BatchAnswer {

  /** The most bytes of an answer that are read; one for a hundred objects has a tenth. */
  static final int LIMIT = 4 << 20;

  private static final int NOT_FOUND = 404;

  /** What a server says about one object: an action, or the status of an error. */
  record Answer(Optional<DownloadAction> action, int error) {}

  private final ActionCheck check;
  private final Instant now;
  private final Map<String, Map<?, ?>> objects = new HashMap<>();

  /**
   * Reads an answer.
   *
   * @param now when it came
   * @throws IllegalArgumentException if it is malformed; the message says how, without secrets
   */
  BatchAnswer(byte[] body, ActionCheck check, Instant now) {
    this.check = check;
    this.now = now;
    Map<?, ?> answer = map(Json.parse(text(body)), "an answer");
    if (!said(answer, "transfer", "basic").equals("basic")
        || !said(answer, "hash_algo", "sha256").equals("sha256")) {
      throw new IllegalArgumentException("a way of transfer that was not asked for");
    }
    if (!(answer.get("objects") instanceof List<?> list)) {
      throw new IllegalArgumentException("an answer without objects");
    }
    for (Object element : list) {
      Map<?, ?> object = map(element, "an object");
      if (objects.put(said(object, "oid", ""), object) != null) {
        throw new IllegalArgumentException("an object that comes twice");
      }
    }
  }

  /**
   * What is said about an object; nothing at all means that it is not there.
   *
   * @throws IllegalArgumentException as the constructor
   */
  Answer about(LfsPointer pointer) {
    Map<?, ?> object = objects.getOrDefault(pointer.oid(), Map.of());
    if (object.get("error") instanceof Map<?, ?> error) {
      return refused(number(error, "code").orElse((long) NOT_FOUND));
    }
    if (!(object.get("actions") instanceof Map<?, ?> actions)) {
      return refused(NOT_FOUND);
    }
    if (number(object, "size").filter(size -> size != pointer.size()).isPresent()) {
      throw new IllegalArgumentException("an object of another size");
    }
    return new Answer(Optional.of(action(map(actions.get("download"), "a download"))), 0);
  }

  private DownloadAction action(Map<?, ?> download) {
    Object headers = download.get("header") == null ? Map.of() : download.get("header");
    return new DownloadAction(
        check.href(said(download, "href", "")),
        headers instanceof Optional ? Map.of() : check.headers(map(headers, "a header")),
        expires(download));
  }

  /** Zero, and a time before there were computers, mean that the server does not say. */
  private Optional<Instant> expires(Map<?, ?> download) {
    Optional<Long> seconds = number(download, "expires_in").filter(in -> in != 0);
    if (seconds.isPresent()) {
      return Optional.of(now.plusSeconds(Math.max(-1, Math.min(seconds.get(), 1L << 31))));
    }
    String time = said(download, "expires_at", "");
    return time.isEmpty()
        ? Optional.empty()
        : Optional.of(instant(time)).filter(Instant.EPOCH::isBefore);
  }

  private static Instant instant(String time) {
    try {
      return OffsetDateTime.parse(time).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a time that is malformed", e);
    }
  }

  private static Answer refused(long code) {
    return new Answer(Optional.empty(), code < 400 || code > 599 ? NOT_FOUND : (int) code);
  }

  private static Map<?, ?> map(@Nullable Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new IllegalArgumentException(what + " that is malformed");
  }

  private static String said(Map<?, ?> object, String name, String otherwise) {
    Object value = object.get(name);
    if (value == null || value instanceof Optional) {
      return otherwise;
    }
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " that is malformed");
  }

  private static Optional<Long> number(Map<?, ?> object, String name) {
    return object.get(name) instanceof Long number ? Optional.of(number) : Optional.empty();
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("an answer that is not UTF-8", e);
    }
  }
}
