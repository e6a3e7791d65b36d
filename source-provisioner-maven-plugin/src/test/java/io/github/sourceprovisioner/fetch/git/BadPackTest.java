package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.failure.ProvisioningException;
import io.github.sourceprovisioner.server.GitScripts;
import io.github.sourceprovisioner.server.ScriptedServer;
import io.github.sourceprovisioner.server.Upstream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A host whose packs are not what they should be delivers nothing. */
@Timeout(60)
class BadPackTest {

  private Upstream upstream;
  private String commit;
  private Client client;

  @BeforeEach
  void create(@TempDir Path root) throws Exception {
    upstream = Upstream.create(root.resolve("r.git"));
    commit = upstream.commit("main", Map.of("a", "one"));
    client = new Client(root.resolve("client"));
  }

  @Test
  void aWholePackIsDelivered() throws Exception {
    try (ScriptedServer server = serve(whole())) {
      assertThat(client.files(server.url("r.git"), commit, ""))
          .containsExactly(Map.entry("f a", "one"));
    }
  }

  @Test
  void aPackWithAWrongChecksumDeliversNothing() throws Exception {
    byte[] pack = whole();
    pack[pack.length - 1] ^= 1;
    nothingComesOf(pack);
  }

  @Test
  void aPackWithAFlippedBitDeliversNothing() throws Exception {
    byte[] pack = whole();
    pack[pack.length / 2] ^= 1;
    nothingComesOf(pack);
  }

  @Test
  void aPackWithoutAnObjectThatItNeedsDeliversNothing() throws Exception {
    nothingComesOf(upstream.pack("main", "main^{tree}"));
    nothingComesOf(upstream.pack("main", "main:a"));
    nothingComesOf(upstream.pack("main^{tree}", "main:a"));
  }

  @Test
  void whatIsNoPackDeliversNothing() throws Exception {
    nothingComesOf(Arrays.copyOf(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 9}, 64));
    nothingComesOf(new byte[0]);
  }

  private void nothingComesOf(byte[] pack) throws Exception {
    try (ScriptedServer server = serve(pack)) {
      ProvisioningException failure =
          client.failure(ProvisioningException.class, server.url("r.git"), commit);
      assertThat(failure.getMessage()).isNotEmpty().doesNotContain("\n");
      assertThat(failure.advice()).isNotEmpty();
      assertThat(server.requests()).hasSizeLessThan(20);
    }
    try (ScriptedServer server = serve(whole())) {
      assertThat(client.files(server.url("r.git"), commit, ""))
          .as("the next attempt is not spoiled")
          .containsExactly(Map.entry("f a", "one"));
    }
    client = new Client(client.context.store().resolveSibling("next"));
  }

  private byte[] whole() throws Exception {
    return upstream.pack("main", "main^{tree}", "main:a");
  }

  private static ScriptedServer serve(byte[] pack) throws Exception {
    return ScriptedServer.start(GitScripts.host(Map.of(), GitScripts.pack(pack)));
  }
}
