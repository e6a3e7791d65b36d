package io.github.sourceprovisioner.fetch.git.wire;

import java.util.List;

/**
 * The command that asks for objects (gitprotocol-v2, fetch). It always says {@code done}: there is
 * nothing to negotiate about.
 *
 * @param wants ids of commits, trees or blobs
 * @param haves ids of commits that are here with all they name, but without their history
 * @param shallow commits without their history
 * @param withoutBlobs what the commits name, but no files
 */
public record FetchCommand(
    List<String> wants, List<String> haves, boolean shallow, boolean withoutBlobs) {

  public FetchCommand {
    wants = List.copyOf(wants);
    haves = List.copyOf(haves);
  }

  /** Just these objects, whatever the host believes to be here. */
  public static FetchCommand only(List<String> ids) {
    return new FetchCommand(ids, List.of(), false, false);
  }

  /** The request. */
  public byte[] request(Capabilities capabilities) {
    PacketWriter writer = capabilities.command("fetch");
    if (!haves.isEmpty()) {
      writer.line("thin-pack");
    }
    writer.line("no-progress").line("ofs-delta");
    haves.forEach(id -> writer.line("shallow " + id));
    if (shallow) {
      writer.line("deepen 1");
    }
    if (withoutBlobs) {
      writer.line("filter blob:none");
    }
    wants.forEach(id -> writer.line("want " + id));
    haves.forEach(id -> writer.line("have " + id));
    return writer.line("done").flush().bytes();
  }
}
