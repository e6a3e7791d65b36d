package io.github.sourceprovisioner.stack.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Every function there is, by name. */
record Functions(Map<String, TemplateFunction> table) {

  /** They decide which of their arguments are looked at, so the evaluator knows them itself. */
  static final Set<String> LAZY = Set.of("and", "or");

  /** What advice says when something else is used. */
  static final String SUPPORTED =
      "fields such as .vars.stage, if/else/end, parentheses, pipes, and the functions and, contains,"
          + " default, env, eq, hasPrefix, hasSuffix, index, len, lower, ne, not, or, printf, quote,"
          + " replace, squote, trim, trimPrefix, trimSuffix, upper";

  Functions {
    table = Map.copyOf(table);
  }

  /** The functions, with what {@code env} reads. */
  static Functions reading(Map<String, String> environment) {
    Map<String, TemplateFunction> all = new HashMap<>(TextFunctions.table());
    all.putAll(DataFunctions.table(environment));
    return new Functions(all);
  }

  Set<String> names() {
    Set<String> names = new HashSet<>(table.keySet());
    names.addAll(LAZY);
    return names;
  }
}
