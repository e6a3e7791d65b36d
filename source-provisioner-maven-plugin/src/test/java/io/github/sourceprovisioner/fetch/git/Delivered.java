package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.model.TreeEntry;
import io.github.sourceprovisioner.spi.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What a fetcher brought, read to its end. */
final class Delivered {

  private Delivered() {}

  /** Letter and path to content. */
  static Map<String, String> read(Payload payload) throws IOException {
    Map<String, String> content = new TreeMap<>();
    try (var tree = ((Payload.Tree) payload).tree()) {
      for (TreeEntry entry : tree.entries()) {
        try (InputStream in = tree.open(entry)) {
          byte[] bytes = in.readAllBytes();
          assertThat(entry.size()).isEqualTo(bytes.length);
          content.put(
              entry.type().letter() + " " + entry.path(),
              new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    return content;
  }
}
