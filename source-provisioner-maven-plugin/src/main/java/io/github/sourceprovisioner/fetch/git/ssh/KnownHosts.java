package io.github.sourceprovisioner.fetch.git.ssh;

import io.github.sourceprovisioner.failure.AccessDenied;
import io.github.sourceprovisioner.failure.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/**
 * The keys of hosts that the user trusts, in the format of {@code known_hosts} (sshd(8)): plain and
 * hashed names, {@code [host]:port}, {@code @revoked}, {@code @cert-authority}. Never written.
 */
final class KnownHosts {

  /** What is known about a key of a host. */
  enum Verdict {
    TRUSTED,
    UNKNOWN,
    CHANGED,
    REVOKED
  }

  private enum Kind {
    HOST,
    AUTHORITY,
    REVOKED
  }

  private record Line(KnownHostEntry hosts, Kind kind, PublicKey key) {

    /** The library takes a name without a port for one of port 22; a revoked key is so at all. */
    boolean isAbout(String host, int port) {
      return hosts.isHostMatch(host, port)
          || (kind == Kind.REVOKED && hosts.isHostMatch(host, Login.DEFAULT_PORT));
    }

    boolean is(Kind wanted, PublicKey other) {
      return kind == wanted && KeyUtils.compareKeys(key, other);
    }
  }

  private final List<Line> lines;

  private KnownHosts(List<Line> lines) {
    this.lines = lines;
  }

  /**
   * Reads files; those that are not there say nothing, nor do lines that are broken or of unknown
   * types.
   *
   * @throws AccessDenied if one is there and cannot be read
   */
  static KnownHosts read(Collection<Path> files) {
    List<Line> lines = new ArrayList<>();
    for (Path file : files) {
      text(file).lines().forEach(line -> line(line.strip()).ifPresent(lines::add));
    }
    return new KnownHosts(lines);
  }

  /** Judges the key that a host presents. */
  Verdict judge(String host, int port, PublicKey key) {
    List<Line> known = about(host, port).toList();
    if (key instanceof OpenSshCertificate certificate) {
      return judge(known, certificate);
    }
    if (known.stream().anyMatch(line -> line.is(Kind.REVOKED, key))) {
      return Verdict.REVOKED;
    }
    if (known.stream().anyMatch(line -> line.is(Kind.HOST, key))) {
      return Verdict.TRUSTED;
    }
    boolean hasOther = known.stream().anyMatch(line -> line.kind() == Kind.HOST);
    return hasOther ? Verdict.CHANGED : Verdict.UNKNOWN;
  }

  /** The types of the keys that a host is known by, so that it can be asked for one of these. */
  Set<String> types(String host, int port) {
    return about(host, port)
        .filter(line -> line.kind() == Kind.HOST)
        .map(line -> KeyUtils.getKeyType(line.key()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a host may prove itself with a certificate. */
  boolean hasAuthority(String host, int port) {
    return about(host, port).anyMatch(line -> line.kind() == Kind.AUTHORITY);
  }

  private static Verdict judge(List<Line> known, OpenSshCertificate certificate) {
    PublicKey authority = certificate.getCaPubKey();
    PublicKey key = certificate.getCertPubKey();
    if (known.stream().anyMatch(l -> l.is(Kind.REVOKED, authority) || l.is(Kind.REVOKED, key))) {
      return Verdict.REVOKED;
    }
    return known.stream().anyMatch(line -> line.is(Kind.AUTHORITY, authority))
        ? Verdict.TRUSTED
        : Verdict.UNKNOWN;
  }

  private Stream<Line> about(String host, int port) {
    String name = host.toLowerCase(Locale.ROOT);
    return lines.stream().filter(line -> line.isAbout(name, port));
  }

  private static Optional<Line> line(String text) {
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    try {
      KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(text);
      PublicKey key =
          entry.getKeyEntry().resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING);
      return kind(entry)
          .flatMap(kind -> Optional.ofNullable(key).map(k -> new Line(entry, kind, k)));
    } catch (IOException | GeneralSecurityException | RuntimeException broken) {
      return Optional.empty();
    }
  }

  private static Optional<Kind> kind(KnownHostEntry entry) {
    return switch (Optional.ofNullable(entry.getMarker()).orElse("")) {
      case "" -> Optional.of(Kind.HOST);
      case "cert-authority" -> Optional.of(Kind.AUTHORITY);
      case "revoked" -> Optional.of(Kind.REVOKED);
      default -> Optional.empty();
    };
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      return "";
    } catch (IOException e) {
      throw new AccessDenied(
          Problem.of("the known hosts in " + file + " cannot be read")
              .advise("make it a file that you may read")
              .because(e));
    }
  }
}
