package io.github.sourceprovisioner.stack.template;

import java.util.List;

/** Tokens that are read one after the other. */
final class Tokens {

  private final List<Token> tokens;
  private int next;

  Tokens(List<Token> tokens) {
    this.tokens = List.copyOf(tokens);
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The next token; the end comes again and again. */
  Token next() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  boolean isWord(String word) {
    return peek().kind() == Token.Kind.WORD && peek().text().equals(word);
  }

  /** Whether the next token is a field that belongs to what was just read. */
  boolean isAttachedField() {
    return peek().kind() == Token.Kind.FIELD && peek().attached();
  }
}
