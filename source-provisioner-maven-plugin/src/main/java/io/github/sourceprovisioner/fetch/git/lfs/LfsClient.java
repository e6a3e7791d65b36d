package io.github.sourceprovisioner.fetch.git.lfs;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import io.github.sourceprovisioner.spi.FetchContext;
import io.github.sourceprovisioner.web.Web;
import io.github.sourceprovisioner.web.WebFailures;
import io.github.sourceprovisioner.web.WebResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings large files by the batch API of Git LFS, in a hundred at a time. A credential is shown by
 * {@link Web} alone, and only to a host that asks; the headers of a download go to the URL that
 * they came with.
 */
public final class LfsClient {

  /** As many as the reference client asks for at once. */
  private static final int BATCH = 100;

  /** A download that ends within this time is not started. */
  private static final Duration LEEWAY = Duration.ofSeconds(5);

  /** An object, and the first path that it stands for. */
  private record Need(LfsPointer pointer, String path) {}

  private final Web web;
  private final LfsObjects objects;
  private final FetchContext context;
  private final InstantSource clock;

  /** A client for one fetch. */
  public LfsClient(Web web, LfsObjects objects, FetchContext context, InstantSource clock) {
    this.web = web;
    this.objects = objects;
    this.context = context;
    this.clock = clock;
  }

  /**
   * The content of some files, each verified now. What is here already is not asked for.
   *
   * @param wanted path to pointer
   * @return path to the file with its content, for every path
   * @throws io.github.sourceprovisioner.failure.ProvisioningException if one cannot be had; the
   *     message names paths
   * @throws IOException if a transfer breaks, or the store cannot be written
   */
  public Map<String, Path> bring(LfsEndpoint endpoint, Map<String, LfsPointer> wanted)
      throws IOException, InterruptedException {
    List<Need> missing = distinct(wanted);
    Map<LfsPointer, Path> here = known(missing);
    missing.removeIf(need -> here.containsKey(need.pointer()));
    while (!missing.isEmpty()) {
      int before = here.size();
      List<Need> batch = missing.subList(0, Math.min(BATCH, missing.size()));
      download(endpoint, ask(endpoint, batch), here);
      if (here.size() == before) {
        throw failures(endpoint).expired();
      }
      missing.removeIf(need -> here.containsKey(need.pointer()));
    }
    Map<String, Path> content = new TreeMap<>();
    wanted.forEach((path, pointer) -> content.put(path, here.get(pointer)));
    return content;
  }

  /** Each object once. */
  private static List<Need> distinct(Map<String, LfsPointer> wanted) {
    Map<String, Need> needs = new LinkedHashMap<>();
    for (Map.Entry<String, LfsPointer> entry : new TreeMap<>(wanted).entrySet()) {
      Need need = new Need(entry.getValue(), entry.getKey());
      Need known = needs.putIfAbsent(need.pointer().oid(), need);
      if (known != null && !known.pointer().equals(need.pointer())) {
        throw new IntegrityMismatch(
            Problem.of("two Git LFS pointers differ about a size: " + Shown.text(need.path()))
                .advise("commit the file again with git lfs"));
      }
    }
    return new ArrayList<>(needs.values());
  }

  private Map<LfsPointer, Path> known(List<Need> needs) throws IOException {
    Map<LfsPointer, Path> here = new HashMap<>();
    for (Need need : needs) {
      objects.find(need.pointer()).ifPresent(file -> here.put(need.pointer(), file));
    }
    return here;
  }

  private Map<Need, DownloadAction> ask(LfsEndpoint endpoint, List<Need> batch)
      throws IOException, InterruptedException {
    byte[] body = body(endpoint, batch.stream().map(Need::pointer).toList());
    Map<Need, DownloadAction> actions = new LinkedHashMap<>();
    Map<String, Integer> refused = new TreeMap<>();
    try {
      ActionCheck check = new ActionCheck(endpoint, context.insecureAllowed());
      BatchAnswer answer = new BatchAnswer(body, check, clock.instant());
      for (Need need : batch) {
        BatchAnswer.Answer about = answer.about(need.pointer());
        about
            .action()
            .ifPresentOrElse(
                action -> actions.put(need, action), () -> refused.put(need.path(), about.error()));
      }
    } catch (IllegalArgumentException e) {
      throw failures(endpoint).answer(e);
    }
    if (!refused.isEmpty()) {
      throw failures(endpoint).objects(refused);
    }
    return actions;
  }

  private byte[] body(LfsEndpoint endpoint, List<LfsPointer> batch)
      throws IOException, InterruptedException {
    try (WebResponse response = web.send(new BatchQuestion(endpoint, batch).request())) {
      String type = response.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
      if (!response.isSuccess() || !type.contains("json")) {
        throw failures(endpoint).question(response);
      }
      byte[] body = response.body().readNBytes(BatchAnswer.LIMIT + 1);
      if (body.length > BatchAnswer.LIMIT) {
        throw failures(endpoint)
            .answer(new IllegalArgumentException("more than " + BatchAnswer.LIMIT + " bytes"));
      }
      return body;
    }
  }

  /** Downloads one after the other, as long as their time is not over. */
  private void download(
      LfsEndpoint endpoint, Map<Need, DownloadAction> actions, Map<LfsPointer, Path> here)
      throws IOException, InterruptedException {
    for (Map.Entry<Need, DownloadAction> entry : actions.entrySet()) {
      Need need = entry.getKey();
      DownloadAction action = entry.getValue();
      if (action.isExpired(clock.instant().plus(LEEWAY))) {
        continue;
      }
      try (WebResponse response = web.send(action.request())) {
        if (response.status() != 200) {
          throw failures(endpoint).download(need.path(), response, action.href());
        }
        here.put(need.pointer(), objects.write(need.pointer(), response.body(), need.path()));
      }
    }
  }

  private LfsFailures failures(LfsEndpoint endpoint) {
    return new LfsFailures(endpoint, new WebFailures(context, clock, "large file"));
  }
}
