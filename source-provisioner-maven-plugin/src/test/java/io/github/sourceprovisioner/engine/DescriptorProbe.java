package io.github.sourceprovisioner.engine;

import java.nio.file.Path;

/** A program in which many modules with many sources run at once; it says how many failed. */
final class DescriptorProbe {

  private static final int MODULES = 64;

  private DescriptorProbe() {}

  /** The argument is a directory for everything. */
  public static void main(String[] arguments) throws Exception {
    Modules modules = new Modules(Path.of(arguments[0]), MODULES, true);
    for (int i = 0; i < MODULES; i++) {
      modules.all.get(i).vpc("{uri: 'fake::acme/vpc" + i + "', version: main}");
      modules
          .all
          .get(i)
          .stack("prod", TestProject.component("net", "{uri: 'fake::acme/net', version: main}"));
    }
    long failures = modules.create().stream().mapToLong(run -> run.failures().size()).sum();
    System.out.println(failures + " failures, " + modules.calls("fetch") + " fetches");
  }
}
