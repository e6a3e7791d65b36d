package io.github.sourceprovisioner.benchmark.upstream;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * Text that reads like nothing and packs about as well as source code; the same for the same seed.
 */
final class Words {

  private static final String[] COMMON = {
    "resource", "variable", "subnet", "description", "enabled", "default", "module", "output",
    "policy", "string", "context", "attributes", "region", "cluster", "security", "name"
  };

  private static final int WORDS_A_LINE = 9;

  private Words() {}

  /** Comment lines, so that whoever parses a configuration file finds nothing to do. */
  static byte[] lines(RandomGenerator random, int bytes) {
    StringBuilder text = new StringBuilder(bytes + 120);
    while (text.length() < bytes) {
      text.append('#');
      for (int i = 0; i < WORDS_A_LINE; i++) {
        text.append(' ');
        if (random.nextInt(3) == 0) {
          text.append(Long.toString(random.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX));
        } else {
          text.append(COMMON[random.nextInt(COMMON.length)]);
        }
      }
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
