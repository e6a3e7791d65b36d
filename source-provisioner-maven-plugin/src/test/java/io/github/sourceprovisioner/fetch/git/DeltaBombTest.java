package io.github.sourceprovisioner.fetch.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sourceprovisioner.server.GitScripts;
import io.github.sourceprovisioner.server.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A few bytes of a pack may stand for an object of a gigabyte. */
class DeltaBombTest {

  private static final int BASE = 1 << 20;
  private static final int COPIES = 1_000;
  private static final int BLOB = 3;
  private static final int REF_DELTA = 7;

  @Test
  @Timeout(120)
  void anObjectThatUnfoldsBeyondTheHeapIsReadOrRefused(@TempDir Path root) throws Exception {
    byte[] base = new byte[BASE];
    String commit = "1".repeat(40);
    byte[] pack = pack(base, new ObjectInserter.Formatter().idFor(Constants.OBJ_BLOB, base));
    try (ScriptedServer server =
        ScriptedServer.start(GitScripts.host(Map.of(), GitScripts.pack(pack)))) {
      assertThat(pack).hasSizeLessThan(20_000);
      assertThat(new ForkedJvm("-Xmx128m").fetch(root, commit, server.url("r.git")))
          .containsExactly(
              "an object of the pack does not fit into the memory of this JVM"
                  + " [raise -Xmx in .mvn/jvm.config]");
    }
  }

  private static byte[] pack(byte[] base, ObjectId id) throws Exception {
    ByteArrayOutputStream pack = new ByteArrayOutputStream();
    pack.writeBytes(new byte[] {'P', 'A', 'C', 'K', 0, 0, 0, 2, 0, 0, 0, 2});
    object(pack, BLOB, new byte[0], base);
    byte[] name = new byte[20];
    id.copyRawTo(name, 0);
    object(pack, REF_DELTA, name, delta());
    pack.writeBytes(MessageDigest.getInstance("SHA-1").digest(pack.toByteArray()));
    return pack.toByteArray();
  }

  /** Copies the whole base again and again; one copy takes four bytes. */
  private static byte[] delta() {
    ByteArrayOutputStream delta = new ByteArrayOutputStream();
    number(delta, BASE);
    number(delta, (long) BASE * COPIES);
    for (int i = 0; i < COPIES; i++) {
      delta.writeBytes(new byte[] {(byte) 0xc0, BASE >> 16});
    }
    return delta.toByteArray();
  }

  private static void object(ByteArrayOutputStream pack, int type, byte[] name, byte[] data)
      throws IOException {
    long size = data.length;
    pack.write((size > 15 ? 0x80 : 0) | type << 4 | (int) (size & 15));
    if (size > 15) {
      number(pack, size >> 4);
    }
    pack.writeBytes(name);
    try (DeflaterOutputStream out = new DeflaterOutputStream(pack)) {
      out.write(data);
    }
  }

  private static void number(ByteArrayOutputStream out, long value) {
    long rest = value;
    while (rest > 127) {
      out.write((int) (rest & 127) | 128);
      rest >>= 7;
    }
    out.write((int) rest);
  }
}
