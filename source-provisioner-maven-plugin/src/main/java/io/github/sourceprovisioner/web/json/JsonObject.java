package io.github.sourceprovisioner.web.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An object of JSON whose members have the types that a reader expects. A member that is null
 * counts as one that is not there; one of another type is malformed.
 *
 * @param members by name, as {@link Json} reads them; in the order of the text
 */
public record JsonObject(Map<String, Object> members) {

  /** An object without members. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /**
   * Reads a text that is one object.
   *
   * @param text in UTF-8
   * @throws IllegalArgumentException if it is malformed; the message says where or how
   */
  public static JsonObject parse(byte[] text) {
    try {
      String decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
      return of(Json.parse(decoded), "the text");
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text that is not UTF-8", e);
    }
  }

  /** The names of all members. */
  public Collection<String> names() {
    return members.keySet();
  }

  /** A member that is a string. */
  public Optional<String> text(String name) {
    return member(name).map(value -> cast(String.class, value, name));
  }

  /** A member that is a whole number. */
  public OptionalLong number(String name) {
    Optional<Long> value = member(name).map(found -> cast(Long.class, found, name));
    return value.isPresent() ? OptionalLong.of(value.get()) : OptionalLong.empty();
  }

  /** A member that is an object; one that is not there has no members. */
  public JsonObject object(String name) {
    return member(name).map(value -> of(value, name)).orElse(EMPTY);
  }

  /** A member that is an array of objects; one that is not there is empty. */
  public List<JsonObject> objects(String name) {
    return elements(name).map(value -> of(value, name)).toList();
  }

  /** A member that is an array of strings; one that is not there is empty. */
  public List<String> texts(String name) {
    return elements(name).map(value -> cast(String.class, value, name)).toList();
  }

  private Stream<?> elements(String name) {
    List<?> elements = cast(List.class, member(name).orElse(List.of()), name);
    return elements.stream();
  }

  private Optional<Object> member(String name) {
    return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Optional));
  }

  private static JsonObject of(Object value, String name) {
    Map<String, Object> members = new LinkedHashMap<>();
    Map<?, ?> read = cast(Map.class, value, name);
    read.forEach((key, member) -> members.put((String) key, member));
    return new JsonObject(members);
  }

  private static <T> T cast(Class<T> type, Object value, String name) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(name + " that is malformed");
    }
    return type.cast(value);
  }
}
