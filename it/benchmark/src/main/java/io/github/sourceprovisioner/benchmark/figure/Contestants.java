package io.github.sourceprovisioner.benchmark.figure;

import io.github.sourceprovisioner.benchmark.process.Command;
import io.github.sourceprovisioner.benchmark.process.Contestant;
import io.github.sourceprovisioner.benchmark.process.Trees;
import io.github.sourceprovisioner.benchmark.upstream.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Those who can bring some versions of components of one repository, each from nothing. */
record Contestants(Bench bench, List<Upstream.Version> versions) {

  static final String OURS = "ours";
  static final String OURS_AS_IT_COMES = "ours, without .mvn/jvm.config";
  static final String TERRAFORM = "terraform get";
  static final String TERRAFORM_SHALLOW = "terraform get, depth=1";
  static final String GIT_SHALLOW = "git clone --depth 1";
  static final String GIT_SPARSE = "git clone --filter=blob:none --sparse";

  /** The plugin, as a whole process of Maven. */
  Contestant ours() throws IOException {
    return ours(OURS, bench.project("cold"));
  }

  /** The same in a JVM that nobody has told that the build is short. */
  Contestant oursAsItComes() throws IOException {
    return ours(OURS_AS_IT_COMES, bench.project("cold-plain-jvm").withoutJvmSettings());
  }

  private Contestant ours(String name, Project project) throws IOException {
    project.manifest("dev.yaml", Manifests.of(bench.slowUrl(), versions));
    return new Contestant(name, project::forget, () -> project.build().run());
  }

  /** Everybody else who is on this machine. */
  List<Contestant> peers() {
    List<Contestant> peers = new ArrayList<>();
    if (Tools.has("terraform")) {
      peers.add(terraform(TERRAFORM, ""));
      peers.add(terraform(TERRAFORM_SHALLOW, "&depth=1"));
    }
    peers.add(shell(GIT_SHALLOW, this::shallow));
    peers.add(shell(GIT_SPARSE, this::sparse));
    return peers;
  }

  /** The plugin first. */
  Contestant[] all() throws IOException {
    List<Contestant> all = new ArrayList<>(List.of(ours(), oursAsItComes()));
    all.addAll(peers());
    return all.toArray(Contestant[]::new);
  }

  private Contestant terraform(String name, String depth) {
    Path directory = bench.scratch().resolve("peer");
    Command get = new Command(directory, "terraform", "get", "-no-color");
    return new Contestant(name, () -> configuration(directory, depth), get::run);
  }

  private void configuration(Path directory, String depth) throws IOException {
    Trees.delete(directory);
    Files.createDirectories(directory);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < versions.size(); i++) {
      Upstream.Version version = versions.get(i);
      text.append("module \"c%d\" {%n".formatted(i))
          .append("  source = \"git::%s//".formatted(bench.slowUrl()))
          .append("%s?ref=%s%s\"%n}%n".formatted(version.directory(), version.tag(), depth));
    }
    Files.writeString(directory.resolve("main.tf"), text);
  }

  /** What a script would do: one clone a tag. */
  private interface Script {
    List<String> clone(String tag, List<String> directories);
  }

  private Contestant shell(String name, Script script) {
    Path directory = bench.scratch().resolve("peer");
    Map<String, List<String>> wanted = new LinkedHashMap<>();
    for (Upstream.Version version : versions) {
      wanted.computeIfAbsent(version.tag(), t -> new ArrayList<>()).add(version.directory());
    }
    List<String> lines = new ArrayList<>(List.of("set -e"));
    wanted.forEach((tag, directories) -> lines.addAll(script.clone(tag, directories)));
    Command clone = new Command(directory, "sh", "-c", String.join("\n", lines));
    return new Contestant(name, () -> Trees.delete(directory), clone::run);
  }

  private List<String> shallow(String tag, List<String> directories) {
    return List.of("git clone -q --depth 1 -b " + tag + " " + bench.slowUrl() + " " + tag);
  }

  private List<String> sparse(String tag, List<String> directories) {
    return List.of(
        "git clone -q --filter=blob:none --sparse --depth 1 -b %s %s %s"
            .formatted(tag, bench.slowUrl(), tag),
        "git -C %s sparse-checkout set %s".formatted(tag, String.join(" ", directories)));
  }
}
