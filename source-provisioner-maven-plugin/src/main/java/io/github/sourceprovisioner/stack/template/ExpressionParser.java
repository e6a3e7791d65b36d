package io.github.sourceprovisioner.stack.template;

import io.github.sourceprovisioner.failure.InvalidStack;
import io.github.sourceprovisioner.model.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what has a value. */
final class ExpressionParser {

  /** How deep anything may be nested, and how many stages a pipeline may have. */
  static final int DEEPEST = 20;

  private final TemplateText source;
  private final Tokens tokens;
  private final Set<String> functions;

  ExpressionParser(TemplateText source, Tokens tokens, Set<String> functions) {
    this.source = source;
    this.tokens = tokens;
    this.functions = functions;
  }

  /** A value, and the functions that it is passed to. */
  Expression pipeline(int depth) {
    Expression value = command(depth);
    for (int stages = depth; tokens.peek().kind() == Token.Kind.PIPE; stages++) {
      Token pipe = tokens.next();
      if (stages >= DEEPEST) {
        throw tooDeep(pipe);
      }
      Token name = tokens.next();
      if (name.kind() != Token.Kind.WORD) {
        throw source.refuse(name.at(), "a pipe leads to a function", "use " + Functions.SUPPORTED);
      }
      value = call(name, depth, Optional.of(value));
    }
    return value;
  }

  /** The failure of a token that cannot stand where it does. */
  InvalidStack unexpected(Token token) {
    return switch (token.kind()) {
      case CLOSE, END, TEXT ->
          source.refuse(token.at(), "the action ends too early", "write a value before '}}'");
      case VARIABLE ->
          source.refuse(
              token.at(),
              "the variable '" + token.text() + "' is not supported in templates",
              "use " + Functions.SUPPORTED);
      default ->
          source.refuse(
              token.at(),
              "'" + token.text() + "' is not expected here",
              token.text().equals("-")
                  ? "write index .map \"my-key\" for a key with a dash"
                  : "separate arguments with spaces, and put a function first");
    };
  }

  private Expression command(int depth) {
    Token first = tokens.peek();
    boolean isFunction = first.kind() == Token.Kind.WORD && kind(first).isEmpty();
    if (!isFunction) {
      return operand(depth);
    }
    return call(tokens.next(), depth, Optional.empty());
  }

  private Expression call(Token word, int depth, Optional<Expression> last) {
    StringBuilder name = new StringBuilder(word.text());
    while (tokens.isAttachedField()) {
      name.append('.').append(tokens.next().text());
    }
    if (!functions.contains(name.toString())) {
      throw source.refuse(
          word.at(),
          "the function '" + name + "' is not supported in templates",
          "use " + Functions.SUPPORTED);
    }
    List<Expression> arguments = new ArrayList<>();
    while (tokens.peek().kind().startsOperand()) {
      if (tokens.peek().attached() && tokens.peek().kind() != Token.Kind.LEFT) {
        throw unexpected(tokens.peek());
      }
      arguments.add(operand(depth));
    }
    last.ifPresent(arguments::add);
    return new Expression.Call(name.toString(), arguments, word.at());
  }

  private Expression operand(int depth) {
    Token token = tokens.next();
    Expression value =
        switch (token.kind()) {
          case LEFT -> inParentheses(token, depth + 1);
          case FIELD ->
              new Expression.Field(new Expression.Root(token.at()), token.text(), token.at());
          case DOT -> new Expression.Root(token.at());
          case STRING, NUMBER -> literal(token).orElseThrow(() -> unexpected(token));
          case WORD -> literal(token).orElseThrow(() -> bare(token));
          case VARIABLE -> root(token);
          case TEXT, PIPE, RIGHT, OTHER, CLOSE, END -> throw unexpected(token);
        };
    for (int fields = 0; tokens.isAttachedField(); fields++) {
      Token field = tokens.next();
      if (fields >= DEEPEST) {
        throw tooDeep(field);
      }
      value = new Expression.Field(value, field.text(), token.at());
    }
    return value;
  }

  private Expression inParentheses(Token left, int depth) {
    if (depth > DEEPEST) {
      throw tooDeep(left);
    }
    Expression value = pipeline(depth);
    Token right = tokens.next();
    if (right.kind() != Token.Kind.RIGHT) {
      throw right.kind().startsOperand()
          ? unexpected(right)
          : source.refuse(left.at(), "'(' is never closed", "write ')' behind the expression");
    }
    return value;
  }

  /** A lone dollar is the whole data; with a name it would be a variable. */
  private Expression root(Token dollar) {
    if (dollar.text().length() > 1) {
      throw unexpected(dollar);
    }
    return new Expression.Root(dollar.at());
  }

  /** Failures name the offset; counting lines for every literal would take quadratic time. */
  private Optional<Expression> literal(Token token) {
    return kind(token)
        .map(kind -> new Scalar(token.text(), kind, Optional.empty(), source.position()))
        .map(value -> new Expression.Literal(value, token.at()));
  }

  private static Optional<Scalar.Kind> kind(Token token) {
    if (token.kind() == Token.Kind.STRING) {
      return Optional.of(Scalar.Kind.STRING);
    }
    if (token.kind() == Token.Kind.NUMBER) {
      boolean isWhole = token.text().indexOf('.') < 0;
      return Optional.of(isWhole ? Scalar.Kind.INTEGER : Scalar.Kind.FLOAT);
    }
    return switch (token.text()) {
      case "true", "false" -> Optional.of(Scalar.Kind.BOOLEAN);
      case "nil" -> Optional.of(Scalar.Kind.NULL);
      default -> Optional.empty();
    };
  }

  /** A function among the arguments of another takes no arguments there, and none of ours can. */
  private InvalidStack bare(Token word) {
    return source.refuse(
        word.at(),
        "'" + word.text() + "' is not expected here",
        "put a function and its arguments in parentheses, and a string in quotes");
  }

  private InvalidStack tooDeep(Token token) {
    return source.refuse(
        token.at(),
        "the expression is nested too deeply",
        "use at most " + DEEPEST + " fields, pipes or parentheses in a row");
  }
}
