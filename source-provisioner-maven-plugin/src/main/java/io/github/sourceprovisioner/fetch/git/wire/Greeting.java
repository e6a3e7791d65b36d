package io.github.sourceprovisioner.fetch.git.wire;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a host begins the conversation.
 *
 * @param protocol what it speaks
 * @param capabilities what it can do; of the older protocols only how it names objects is read
 */
public record Greeting(Protocol protocol, Capabilities capabilities) {

  /** What hosts speak. */
  public enum Protocol {
    /** Version 2: the one that is asked for. */
    V2,
    /** Version 0 or 1: the host lists all its refs first. */
    OLD,
    /** The host serves files over HTTP and knows nothing of git. */
    DUMB
  }

  private static final int MOST_CAPABILITIES = 1_000;
  private static final String SERVICE = "# service=git-upload-pack";
  private static final Pattern OLD =
      Pattern.compile("version 1|[0-9a-f]{40}([0-9a-f]{24})? [^\\x00]+(\\x00.*)?");
  private static final Pattern FORMAT = Pattern.compile("(?:^|[ \\x00])object-format=([^ ]+)");

  /** A host that serves plain files. */
  static final Greeting PLAIN_FILES = new Greeting(Protocol.DUMB, Capabilities.NONE);

  /** Reads what a host says first, up to its end in version 2. */
  static Greeting read(PacketReader reader) throws IOException {
    String line = reader.next().line();
    if (line.equals(SERVICE)) {
      flush(reader.next());
      Packet first = reader.next();
      line = first.line();
    }
    if (line.equals("version 2")) {
      return new Greeting(Protocol.V2, capabilities(reader));
    }
    if (OLD.matcher(line).matches()) {
      return new Greeting(Protocol.OLD, ofOld(line));
    }
    throw new ProtocolError("neither a version nor a ref");
  }

  private static Capabilities capabilities(PacketReader reader) throws IOException {
    Map<String, String> values = new HashMap<>();
    for (Packet packet = reader.next(); packet.isData(); packet = reader.next()) {
      String[] capability = packet.line().split("=", 2);
      values.put(capability[0], capability.length > 1 ? capability[1] : "");
      if (values.size() > MOST_CAPABILITIES) {
        throw new ProtocolError("capabilities without an end");
      }
    }
    return new Capabilities(values);
  }

  private static Capabilities ofOld(String line) {
    Matcher format = FORMAT.matcher(line);
    return format.find()
        ? new Capabilities(Map.of("object-format", format.group(1)))
        : Capabilities.NONE;
  }

  private static void flush(Packet packet) throws ProtocolError {
    if (packet.kind() != Packet.Kind.FLUSH) {
      throw new ProtocolError("the name of the service is not alone");
    }
  }
}
