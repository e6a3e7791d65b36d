package io.github.sourceprovisioner.engine;

import io.github.sourceprovisioner.model.Coordinates;
import io.github.sourceprovisioner.model.Revision;
import io.github.sourceprovisioner.model.Revision.Stability;
import io.github.sourceprovisioner.model.SourceLocation;
import io.github.sourceprovisioner.model.SourceSpec;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.spi.Fetcher;
import io.github.sourceprovisioner.spi.Payload;
import io.github.sourceprovisioner.spi.SourceLocator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sources like {@code fake::acme/vpc//subdir} whose host is this object. A version that starts with
 * v is a tag, any other a branch. It writes down every call. What is called {@code nobody/…} it
 * locates, and nobody fetches it.
 */
final class FakeFetcher implements Fetcher, SourceLocator {

  /** What a host does before it answers. */
  interface Behavior {
    void run(String call, FetchContext context) throws IOException, InterruptedException;
  }

  final List<String> calls = new CopyOnWriteArrayList<>();

  /** What it was told of at once. */
  final List<String> batches = new CopyOnWriteArrayList<>();

  /** How README.md ends in every source. */
  volatile String readmeEnd = "\n";

  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final Map<String, String> texts = new ConcurrentHashMap<>();
  private volatile boolean atHand;
  private volatile boolean spoilt;
  private volatile Behavior onResolve = (call, context) -> {};
  private volatile Behavior onGather = (call, context) -> {};
  private volatile Behavior onFetch = (call, context) -> {};

  /** From now on a ref, such as {@code acme/vpc@main}, means this revision. */
  void answer(String ref, String revision) {
    answers.put(ref, revision);
  }

  /** From now on the main.tf of a revision holds this text. */
  void serve(String revision, String text) {
    texts.put(revision, text);
  }

  /** From now on what it brings stays in a place of its own. */
  void keepAtHand() {
    atHand = true;
  }

  /** From now on there is one file more. */
  void spoil() {
    spoilt = true;
  }

  void onResolve(Behavior behavior) {
    onResolve = behavior;
  }

  void onGather(Behavior behavior) {
    onGather = behavior;
  }

  void onFetch(Behavior behavior) {
    onFetch = behavior;
  }

  /** What the main.tf of every source holds. */
  static String content(String subdir, String revision) {
    return "# " + subdir + " at " + revision + "\n";
  }

  @Override
  public Optional<SourceLocation> locate(SourceSpec spec) {
    if (!spec.uri().startsWith("fake::")) {
      return Optional.empty();
    }
    String[] parts = spec.uri().substring("fake::".length()).split("//", 2);
    String[] names = parts[0].split("/", 2);
    return Optional.of(
        new SourceLocation(
            names[0].equals("nobody") ? "nobody" : "fake",
            parts[0],
            spec.version(),
            parts.length > 1 ? parts[1] : "",
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            new Coordinates("fake." + names[0], names[1])));
  }

  @Override
  public Set<String> schemes() {
    return Set.of("fake");
  }

  @Override
  public boolean atHand(SourceLocation location) {
    return atHand;
  }

  @Override
  public void expect(Collection<SourceLocation> locations) {
    batches.add("expect " + locations);
  }

  @Override
  public void gather(Map<SourceLocation, Revision> wanted, FetchContext context)
      throws IOException, InterruptedException {
    List<String> what = new ArrayList<>();
    wanted.forEach((location, revision) -> what.add(location + " " + revision.id()));
    batches.add("gather " + what);
    context.transfers().requested("fake://all");
    onGather.run(what.toString(), context);
    context.transfers().received(1000);
    context.transfers().completed();
  }

  @Override
  public Revision resolve(SourceLocation location, FetchContext context)
      throws IOException, InterruptedException {
    String ref = location.url() + "@" + location.ref().orElse("");
    calls.add("resolve " + ref);
    context.transfers().requested("fake://" + ref);
    onResolve.run(ref, context);
    context.transfers().received(10);
    context.transfers().completed();
    boolean tag = location.ref().orElse("").startsWith("v");
    return new Revision(
        answers.getOrDefault(ref, "r1"),
        tag ? Stability.TAG : Stability.MOVING,
        location.ref().map(name -> (tag ? "refs/tags/" : "refs/heads/") + name));
  }

  @Override
  public Payload fetch(
      SourceLocation location, Revision revision, Path staging, FetchContext context)
      throws IOException, InterruptedException {
    String what = location.url() + "//" + location.subdir() + " " + revision.id();
    calls.add("fetch " + what);
    context.transfers().requested("fake://" + what);
    String text = content(location.subdir(), revision.id());
    Files.writeString(staging.resolve("main.tf"), texts.getOrDefault(revision.id(), text));
    Files.writeString(staging.resolve("README.md"), location.url() + readmeEnd);
    onFetch.run(what, context);
    if (spoilt) {
      Files.writeString(staging.resolve("spoilt.tf"), "");
    }
    context.transfers().received(100);
    context.transfers().completed();
    return new Payload.Directory(staging, List.of());
  }
}
