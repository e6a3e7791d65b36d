package io.github.sourceprovisioner.stack.template;

import java.util.List;

/** A part of a template that writes something. */
sealed interface Node {

  /** Text that is written as it is. */
  record Text(String text, int at) implements Node {}

  /** A value that is written. */
  record Print(Expression value) implements Node {}

  /** The first branch whose condition is true is written, else the last part. */
  record If(List<Branch> branches, List<Node> otherwise) implements Node {}

  /** One condition and what it guards. */
  record Branch(Expression condition, List<Node> body) {}
}
