package io.github.sourceprovisioner.stack.template;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Functions from text to text. The text comes last, as in sprig, so that it can be piped in. */
final class TextFunctions {

  private TextFunctions() {}

  static Map<String, TemplateFunction> table() {
    return Map.ofEntries(
        Map.entry("lower", of(1, call -> call.text(0).toLowerCase(Locale.ROOT))),
        Map.entry("upper", of(1, call -> call.text(0).toUpperCase(Locale.ROOT))),
        Map.entry("trim", of(1, call -> call.text(0).strip())),
        Map.entry("trimPrefix", of(2, TextFunctions::trimPrefix)),
        Map.entry("trimSuffix", of(2, TextFunctions::trimSuffix)),
        Map.entry("replace", of(3, TextFunctions::replace)),
        Map.entry("quote", all(call -> quoted(call, GoString::quote))),
        Map.entry("squote", all(call -> quoted(call, text -> "'" + text + "'"))),
        Map.entry("printf", all(Printf::format)),
        Map.entry(
            "hasPrefix",
            TemplateFunction.of(2, call -> call.result(call.text(1).startsWith(call.text(0))))),
        Map.entry(
            "hasSuffix",
            TemplateFunction.of(2, call -> call.result(call.text(1).endsWith(call.text(0))))),
        Map.entry(
            "contains",
            TemplateFunction.of(2, call -> call.result(call.text(1).contains(call.text(0))))));
  }

  /** Text out of a call. */
  private interface ToText {
    String of(Call call);
  }

  /** Text out of text. */
  private interface Quotes {
    String around(String text);
  }

  private static TemplateFunction of(int arguments, ToText body) {
    return TemplateFunction.of(arguments, call -> call.result(body.of(call)));
  }

  private static TemplateFunction all(ToText body) {
    return new TemplateFunction(1, TemplateFunction.MANY, call -> call.result(body.of(call)));
  }

  private static String trimPrefix(Call call) {
    String text = call.text(1);
    String prefix = call.text(0);
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String trimSuffix(Call call) {
    String text = call.text(1);
    String suffix = call.text(0);
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  /** Counts first, since a few replacements of replacements fill any memory. */
  private static String replace(Call call) {
    String old = call.text(0);
    String next = call.text(1);
    String text = call.text(2);
    long found = old.isEmpty() ? text.length() + 1L : 0;
    for (int at = text.indexOf(old); !old.isEmpty() && at >= 0; found++) {
      at = text.indexOf(old, at + old.length());
    }
    if (text.length() + found * (next.length() - (long) old.length()) > TemplateText.LIMIT) {
      throw call.source().tooLong(call.at());
    }
    return text.replace(old, next);
  }

  /** What is null or missing is left out, as in sprig. */
  private static String quoted(Call call, Quotes quotes) {
    List<Operand> written =
        call.arguments().stream().filter(argument -> !argument.isNothing()).toList();
    return written.stream()
        .map(argument -> quotes.around(argument.text(call.source())))
        .collect(Collectors.joining(" "));
  }
}
