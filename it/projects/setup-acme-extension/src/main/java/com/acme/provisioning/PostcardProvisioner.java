package com.acme.provisioning;

import io.github.sourceprovisioner.model.HookEvent;
import io.github.sourceprovisioner.model.HookEvent.Phase;
import io.github.sourceprovisioner.spi.ProvisionContext;
import io.github.sourceprovisioner.spi.Provisioner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Writes home from every component before and after it is created; one called broken cannot. */
public final class PostcardProvisioner implements Provisioner {

  @Override
  public String name() {
    return "postcard";
  }

  @Override
  public Set<HookEvent> events() {
    return Set.of(
        new HookEvent(Phase.BEFORE, "terraform", "create"),
        new HookEvent(Phase.AFTER, "terraform", "create"),
        new HookEvent(Phase.BEFORE, "greeting", "create"),
        new HookEvent(Phase.AFTER, "greeting", "create"));
  }

  @Override
  public void provision(HookEvent event, ProvisionContext context) throws IOException {
    if (context.component().id().name().equals("broken")) {
      throw new IllegalStateException("nobody is at home");
    }
    String files = filesIn(context.workdir()) + " files";
    context.console().info("postcard at " + event + ": " + context.component().id() + ", " + files);
  }

  private static long filesIn(Path workdir) throws IOException {
    if (!Files.isDirectory(workdir)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(workdir)) {
      return files.count();
    }
  }
}
