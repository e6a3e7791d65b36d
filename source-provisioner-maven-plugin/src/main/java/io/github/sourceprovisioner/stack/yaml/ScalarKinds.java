package io.github.sourceprovisioner.stack.yaml;

import io.github.sourceprovisioner.model.Scalar.Kind;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plain scalar is, as Go's {@code yaml.v3} sees it: the core schema of YAML 1.2 and the
 * older forms of integers. {@code yes}, {@code no}, {@code on}, {@code off} and dates are strings.
 */
final class ScalarKinds {

  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Set<String> BOOLEANS =
      Set.of("true", "True", "TRUE", "false", "False", "FALSE");
  private static final Pattern INTEGER =
      Pattern.compile("[-+]?(0|[1-9][0-9_]*|0[0-7_]+|0o[0-7_]+|0x[0-9a-fA-F_]+|0b[01_]+)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9][0-9_]*(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern SPECIAL_FLOAT =
      Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

  private ScalarKinds() {}

  static Kind of(String plain) {
    if (NULLS.contains(plain)) {
      return Kind.NULL;
    }
    if (BOOLEANS.contains(plain)) {
      return Kind.BOOLEAN;
    }
    if ("+-.0123456789".indexOf(plain.charAt(0)) < 0) {
      return Kind.STRING;
    }
    if (INTEGER.matcher(plain).matches()) {
      return Kind.INTEGER;
    }
    boolean number = FLOAT.matcher(plain).matches() || SPECIAL_FLOAT.matcher(plain).matches();
    return number ? Kind.FLOAT : Kind.STRING;
  }
}
