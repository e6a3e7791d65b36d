package io.github.sourceprovisioner.fetch.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code <meta name="terraform-get" content="…">} in the head of a page. */
final class MetaTag {

  /** How much of a page is looked at, in characters. */
  static final int LOOKED_AT = 64 * 1024;

  private static final Pattern BODY = Pattern.compile("</head|<body", Pattern.CASE_INSENSITIVE);
  private static final Pattern META =
      Pattern.compile("<meta\\s([^<>]*)>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

  private MetaTag() {}

  /** Where the page says that the source is; names of tags and attributes ignore case. */
  static Optional<String> find(String page) {
    Matcher end = BODY.matcher(page);
    String head = end.find() ? page.substring(0, end.start()) : page;
    Matcher meta = META.matcher(head);
    while (meta.find()) {
      if (attribute(meta.group(1), "name").equals(Optional.of("terraform-get"))) {
        return attribute(meta.group(1), "content");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> attribute(String attributes, String name) {
    Matcher attribute = ATTRIBUTE.matcher(attributes);
    while (attribute.find()) {
      if (attribute.group(1).equalsIgnoreCase(name)) {
        String quoted = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
        return Optional.of(quoted.replace("&amp;", "&"));
      }
    }
    return Optional.empty();
  }
}
