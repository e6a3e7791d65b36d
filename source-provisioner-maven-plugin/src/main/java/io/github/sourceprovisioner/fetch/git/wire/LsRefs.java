package io.github.sourceprovisioner.fetch.git.wire;

import io.github.sourceprovisioner.failure.IntegrityMismatch;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The command that asks for refs (gitprotocol-v2, ls-refs). */
public final class LsRefs {

  /** The largest known repositories have a tenth of it. */
  private static final int MOST_LINES = 5_000_000;

  /** As many take 50 MB of memory. */
  private static final int MOST_REFS = 200_000;

  private static final String HEAD = "HEAD";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{40}|unborn) ([^ ]+)((?: [^ ]*)*)");
  private static final Pattern PEELED = Pattern.compile(" peeled:([0-9a-f]{40})(?: |$)");
  private static final Pattern TARGET = Pattern.compile(" symref-target:(refs/[^ ]+)");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Collection<String> prefixes;
  private final SortedMap<String, String> ids = new TreeMap<>();
  private Optional<String> head = Optional.empty();
  private Optional<String> defaultBranch = Optional.empty();

  private LsRefs(Collection<String> prefixes) {
    this.prefixes = prefixes;
  }

  /**
   * The request.
   *
   * @param prefixes the names to list start with one of them; empty means all names
   */
  public static byte[] request(Capabilities capabilities, Collection<String> prefixes) {
    PacketWriter writer = capabilities.command("ls-refs").line("peel").line("symrefs");
    if (capabilities.unborn()) {
      writer.line("unborn");
    }
    prefixes.forEach(prefix -> writer.line("ref-prefix " + prefix));
    return writer.flush().bytes();
  }

  /**
   * Reads the answer to its end. Names that no ref can have are left out, and those that nobody
   * asked for: a host may list what it likes.
   *
   * @param prefixes what was asked for; empty means all names
   * @throws Refusal if the host does not answer the question
   * @throws IntegrityMismatch if there are more refs than a small JVM can hold
   */
  public static RefList read(InputStream answer, Collection<String> prefixes) throws IOException {
    LsRefs refs = new LsRefs(prefixes);
    PacketReader reader = new PacketReader(answer);
    int lines = 0;
    for (Packet packet = reader.next(); packet.isData(); packet = reader.next()) {
      if (++lines > MOST_LINES) {
        throw new ProtocolError("more than " + MOST_LINES + " refs");
      }
      refs.add(packet.line());
      if (refs.ids.size() > MOST_REFS) {
        throw tooMany();
      }
    }
    return new RefList(refs.ids, refs.head, refs.defaultBranch);
  }

  private void add(String line) throws ProtocolError {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new ProtocolError("a line that is no ref");
    }
    String name = matcher.group(2);
    String id = matcher.group(1);
    String attributes = matcher.group(3);
    boolean unborn = id.equals("unborn");
    if (name.equals(HEAD)) {
      head = unborn ? Optional.empty() : Optional.of(id);
      defaultBranch = unborn ? Optional.empty() : first(TARGET, attributes);
    } else if (!unborn && isWanted(name)) {
      ids.put(name, first(PEELED, attributes).orElse(id));
    }
  }

  private boolean isWanted(String name) {
    return name.startsWith("refs/")
        && !CONTROL.matcher(name).find()
        && (prefixes.isEmpty() || prefixes.stream().anyMatch(name::startsWith));
  }

  private static IntegrityMismatch tooMany() {
    return new IntegrityMismatch(
        Problem.of("the repository has more than " + MOST_REFS + " tags and branches")
            .advise("write refs/heads/… or refs/tags/… in full: then no other one is asked for"));
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
