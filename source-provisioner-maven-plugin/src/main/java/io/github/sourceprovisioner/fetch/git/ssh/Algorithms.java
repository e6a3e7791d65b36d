package io.github.sourceprovisioner.fetch.git.ssh;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/** The signature algorithms that we take: RSA with SHA-2 only (RFC 8332), no DSA. */
final class Algorithms {

  private static final List<BuiltinSignatures> PLAIN =
      List.of(
          BuiltinSignatures.ed25519,
          BuiltinSignatures.nistp256,
          BuiltinSignatures.nistp384,
          BuiltinSignatures.nistp521,
          BuiltinSignatures.sk_ssh_ed25519,
          BuiltinSignatures.sk_ecdsa_sha2_nistp256,
          BuiltinSignatures.rsaSHA512,
          BuiltinSignatures.rsaSHA256);

  private static final List<BuiltinSignatures> CERTIFIED =
      List.of(
          BuiltinSignatures.ed25519_cert,
          BuiltinSignatures.nistp256_cert,
          BuiltinSignatures.nistp384_cert,
          BuiltinSignatures.nistp521_cert,
          BuiltinSignatures.rsaSHA512_cert,
          BuiltinSignatures.rsaSHA256_cert);

  private Algorithms() {}

  /** How a user may sign; the key decides. */
  static List<NamedFactory<Signature>> ofUsers() {
    List<NamedFactory<Signature>> all = new ArrayList<>(PLAIN);
    all.addAll(CERTIFIED);
    return List.copyOf(all);
  }

  /**
   * How a host may sign, the wanted first. A host has keys of several types and shows one; it has
   * to be asked for one that is known, or it would look like a stranger.
   *
   * @param known the types of the keys that the host is known by
   * @param certified whether a certificate of the host can be verified
   */
  static List<NamedFactory<Signature>> ofHost(Set<String> known, boolean certified) {
    List<NamedFactory<Signature>> wanted = new ArrayList<>();
    if (certified) {
      wanted.addAll(CERTIFIED);
    }
    PLAIN.stream().filter(one -> isOf(one, known)).forEach(wanted::add);
    PLAIN.stream().filter(one -> !isOf(one, known)).forEach(wanted::add);
    return List.copyOf(wanted);
  }

  private static boolean isOf(BuiltinSignatures signature, Set<String> types) {
    return types.contains(KeyUtils.getCanonicalKeyType(signature.getName()));
  }
}
