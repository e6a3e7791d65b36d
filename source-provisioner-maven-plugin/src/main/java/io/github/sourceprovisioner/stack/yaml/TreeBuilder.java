package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.failure.Position;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.model.ListValue;
import io.github.sourceprovisioner.model.MapValue;
import io.github.sourceprovisioner.model.Scalar;
import io.github.sourceprovisioner.model.Scalar.Kind;
import io.github.sourceprovisioner.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;

/** The events of one document to values. No class is ever made from a tag. */
final class TreeBuilder {

  private static final int DEEPEST = 50;

  private final Parser events;
  private final String file;
  private final Inclusion inclusion;
  private final Anchors anchors = new Anchors();

  TreeBuilder(Parser events, String file, Inclusion inclusion) {
    this.events = events;
    this.file = file;
    this.inclusion = inclusion;
  }

  /** The one document of the stream; a stream without one is an empty map. */
  Value document() {
    events.getEvent();
    if (events.checkEvent(Event.ID.StreamEnd)) {
      return MapValue.empty(new Position(file, 1, 1));
    }
    events.getEvent();
    Value value = node(1);
    events.getEvent();
    if (!events.checkEvent(Event.ID.StreamEnd)) {
      throw new InvalidStack(
          Problem.of("the file holds more than one document")
              .at(position(events.peekEvent()))
              .advise("write one file for each document"));
    }
    return value;
  }

  private Value node(int depth) {
    NodeEvent event = (NodeEvent) events.getEvent();
    Position position = position(event);
    if (event instanceof AliasEvent) {
      return anchors.alias(event.getAnchor(), position);
    }
    if (depth > DEEPEST) {
      throw new InvalidStack(
          Problem.of("values are nested more than " + DEEPEST + " deep")
              .at(position)
              .advise("flatten the file"));
    }
    @Nullable String anchor = event.getAnchor();
    int before = anchors.nodes();
    anchors.count(position);
    if (anchor != null) {
      anchors.open(anchor);
    }
    Value value = content(event, position, depth);
    if (anchor != null) {
      anchors.close(anchor, value, before);
    }
    return value;
  }

  private Value content(NodeEvent event, Position position, int depth) {
    if (event instanceof ScalarEvent scalar) {
      return scalar(scalar, position);
    }
    CollectionStartEvent start = (CollectionStartEvent) event;
    boolean list = event.is(Event.ID.SequenceStart);
    @Nullable String tag = start.getTag();
    if (tag != null) {
      Tags.requireCollection(tag, list ? "seq" : "map", position);
    }
    return list ? list(Tags.APPEND.equals(tag), position, depth) : map(position, depth);
  }

  private ListValue list(boolean append, Position position, int depth) {
    List<Value> items = new ArrayList<>();
    while (!events.checkEvent(Event.ID.SequenceEnd)) {
      items.add(node(depth + 1));
    }
    events.getEvent();
    return new ListValue(items, append, position);
  }

  private MapValue map(Position position, int depth) {
    MapBuilder map = new MapBuilder(position);
    while (!events.checkEvent(Event.ID.MappingEnd)) {
      Position place = position(events.peekEvent());
      boolean merge = isMergeKey(events.peekEvent());
      String key = key(node(depth + 1), place);
      Value value = node(depth + 1);
      if (merge) {
        map.merge(value, place);
      } else {
        map.put(key, value, place);
      }
    }
    events.getEvent();
    return map.build();
  }

  private static boolean isMergeKey(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<");
  }

  private static String key(Value key, Position position) {
    if (key instanceof Scalar scalar && scalar.function().isEmpty()) {
      return scalar.isNull() ? "null" : scalar.text();
    }
    throw new InvalidStack(
        Problem.of("a key is " + key.describe() + ", not a string")
            .at(position)
            .advise("put a template such as {{ .vars.stage }} into quotes")
            .advise("use a plain string as the key"));
  }

  private Value scalar(ScalarEvent event, Position position) {
    @Nullable String tag = event.getTag();
    String text = event.getValue();
    if (tag == null) {
      return plain(text, event.isPlain() ? ScalarKinds.of(text) : Kind.STRING, position);
    }
    Optional<Kind> kind = Tags.kind(tag);
    if (kind.isPresent()) {
      return plain(text, kind.get(), position);
    }
    Tags.requireFunction(tag, position);
    Scalar call = new Scalar(text.strip(), Kind.STRING, Optional.of(tag), position);
    return Tags.isInclusion(tag) ? included(call) : call;
  }

  private Value included(Scalar call) {
    Value value = inclusion.include(call);
    anchors.count(value, call.position());
    return value;
  }

  private static Scalar plain(String text, Kind kind, Position position) {
    return new Scalar(kind == Kind.NULL ? "" : text, kind, Optional.empty(), position);
  }

  private Position position(Event event) {
    return YamlReader.position(file, event.getStartMark());
  }
}
