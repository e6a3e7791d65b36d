package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.InvalidStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns tokens into nodes: text, actions and conditions. */
final class Parser {

  private static final Set<String> UNSUPPORTED =
      Set.of("range", "with", "define", "template", "block", "break", "continue");

  private final TemplateText source;
  private final Tokens tokens;
  private final ExpressionParser expressions;

  Parser(TemplateText source, Set<String> functions) {
    this.source = source;
    this.tokens = new Tokens(new Lexer(source).tokens());
    this.expressions = new ExpressionParser(source, tokens, functions);
  }

  /** The whole template. */
  List<Node> parse() {
    List<Node> nodes = block(0);
    Token rest = tokens.peek();
    if (rest.kind() != Token.Kind.END) {
      throw source.refuse(
          rest.at(), "'" + rest.text() + "' without an 'if'", "remove it, or write the 'if'");
    }
    return nodes;
  }

  /** Everything up to the {@code else} or {@code end} that is not its own, or to the end. */
  private List<Node> block(int depth) {
    if (depth > ExpressionParser.DEEPEST) {
      throw source.refuse(
          tokens.peek().at(), "the conditions are nested too deeply", "use fewer of them");
    }
    List<Node> nodes = new ArrayList<>();
    while (tokens.peek().kind() != Token.Kind.END
        && !tokens.isWord("end")
        && !tokens.isWord("else")) {
      nodes.add(node(depth));
    }
    return nodes;
  }

  private Node node(int depth) {
    Token token = tokens.peek();
    if (token.kind() == Token.Kind.TEXT) {
      tokens.next();
      return new Node.Text(token.text(), token.at());
    }
    if (tokens.isWord("if")) {
      return condition(depth);
    }
    if (token.kind() == Token.Kind.WORD && UNSUPPORTED.contains(token.text())) {
      throw source.refuse(
          token.at(),
          "'" + token.text() + "' is not supported in templates",
          "use " + Functions.SUPPORTED);
    }
    Expression value = expressions.pipeline(0);
    close();
    return new Node.Print(value);
  }

  private Node condition(int depth) {
    int start = tokens.peek().at();
    List<Node.Branch> branches = new ArrayList<>();
    List<Node> otherwise = List.of();
    while (tokens.isWord("if")) {
      tokens.next();
      Expression condition = expressions.pipeline(0);
      close();
      branches.add(new Node.Branch(condition, block(depth + 1)));
      if (tokens.isWord("else")) {
        tokens.next();
        if (!tokens.isWord("if")) {
          close();
          otherwise = block(depth + 1);
        }
      }
    }
    if (!tokens.isWord("end")) {
      throw unfinished(start);
    }
    tokens.next();
    close();
    return new Node.If(branches, otherwise);
  }

  private InvalidStack unfinished(int start) {
    return tokens.isWord("else")
        ? source.refuse(
            tokens.peek().at(), "'else' stands twice", "write 'else if', or remove one of them")
        : source.refuse(start, "'if' is never ended", "write {{ end }} behind it");
  }

  private void close() {
    Token token = tokens.next();
    if (token.kind() != Token.Kind.CLOSE) {
      throw expressions.unexpected(token);
    }
  }
}
