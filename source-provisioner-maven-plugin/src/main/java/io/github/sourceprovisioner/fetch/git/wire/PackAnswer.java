package io.github.sourceprovisioner.fetch.git.wire;

import java.io.IOException;
import java.io.InputStream;

/** What a host answers to a {@link FetchCommand}: sections, the last of which holds the pack. */
public final class PackAnswer {

  /** Enough for the edges of any history. */
  private static final int MOST_LINES = 1_000_000;

  private PackAnswer() {}

  /**
   * The pack in an answer. It ends where the pack ends; closing it closes the answer.
   *
   * @throws Refusal if the host does not hand out what was asked for
   */
  public static InputStream pack(InputStream answer) throws IOException {
    PacketReader reader = new PacketReader(answer);
    while (true) {
      String section = reader.next().line();
      switch (section) {
        case "packfile" -> {
          return new SideBand(reader, answer);
        }
        case "acknowledgments", "shallow-info" -> skip(reader);
        default -> throw new ProtocolError("a section that nobody asked for");
      }
    }
  }

  private static void skip(PacketReader reader) throws IOException {
    for (int lines = 0; lines < MOST_LINES; lines++) {
      Packet packet = reader.next();
      if (packet.kind() == Packet.Kind.DELIMITER) {
        return;
      }
      if (!packet.isData()) {
        throw new ProtocolError("an answer without a pack");
      }
      packet.line();
    }
    throw new ProtocolError("a section without an end");
  }
}
