package io.github.sourceprovisioner.stack.template;

/**
 * The smallest part of a template.
 *
 * @param text what it stands for: the content of a string, the name of a field without its point
 * @param at its offset
 * @param attached whether nothing separates it from the token before
 */
record Token(Kind kind, String text, int at, boolean attached) {

  enum Kind {
    /** What is outside of actions, and written as it is. */
    TEXT,
    FIELD,
    DOT,
    VARIABLE,
    WORD,
    STRING,
    NUMBER,
    PIPE,
    LEFT,
    RIGHT,
    /** A character that means nothing here, though it may in a full template engine. */
    OTHER,
    /** The end of an action. */
    CLOSE,
    /** The end of the template. */
    END;

    /** Whether an operand may begin with it. */
    boolean startsOperand() {
      return switch (this) {
        case FIELD, DOT, VARIABLE, WORD, STRING, NUMBER, LEFT -> true;
        case TEXT, PIPE, RIGHT, OTHER, CLOSE, END -> false;
      };
    }
  }
}
