package io.github.sourceprovisioner.stack.template;

/**
 * A string in a template, in quotes or in backquotes.
 *
 * @param content what it stands for
 * @param end the offset behind its closing quote
 */
record Quoted(String content, int end) {

  /** The string that begins at an offset. */
  static Quoted at(TemplateText source, int start) {
    String text = source.text();
    if (text.charAt(start) == '`') {
      int end = text.indexOf('`', start + 1);
      if (end < 0) {
        throw open(source, start);
      }
      return new Quoted(text.substring(start + 1, end), end + 1);
    }
    StringBuilder content = new StringBuilder();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != '\n') {
      char c = text.charAt(at);
      if (c == '"') {
        return new Quoted(content.toString(), at + 1);
      }
      boolean escaped = c == '\\' && at + 1 < text.length();
      content.append(escaped ? unescape(source, at + 1) : c);
      at += escaped ? 2 : 1;
    }
    throw open(source, start);
  }

  private static char unescape(TemplateText source, int at) {
    char c = source.text().charAt(at);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case '"', '\\' -> c;
      default ->
          throw source.refuse(
              at - 1,
              "an escape in a string must be one of \\n \\t \\r \\\" \\\\",
              "write the string in backquotes, where nothing is escaped");
    };
  }

  private static RuntimeException open(TemplateText source, int start) {
    return source.refuse(
        start, "the string is never closed", "end it with the quote it starts with");
  }
}
