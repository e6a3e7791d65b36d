package io.github.sourceprovisioner.fetch.git.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Config;

/**
 * A section {@code http}, for all URLs or for some.
 *
 * @param urls empty means all of them
 * @param values the known keys that it sets, in lower case; an empty value takes back what a more
 *     general section says
 */
record HttpSection(Optional<UrlPattern> urls, Map<String, String> values) {

  static final String PROXY = "proxy";
  static final String AUTHORITIES = "sslcainfo";

  private static final String SECTION = "http";

  HttpSection {
    values = Map.copyOf(values);
  }

  /** Every section whose URL is understood. */
  static List<HttpSection> all(Config config) {
    List<HttpSection> all = new ArrayList<>();
    all.add(new HttpSection(Optional.empty(), values(config, Optional.empty())));
    for (String url : config.getSubsections(SECTION)) {
      UrlPattern.of(url)
          .map(urls -> new HttpSection(Optional.of(urls), values(config, Optional.of(url))))
          .ifPresent(all::add);
    }
    return all;
  }

  private static Map<String, String> values(Config config, Optional<String> url) {
    Map<String, String> values = new TreeMap<>();
    Set<String> names = config.getNames(SECTION, url.orElse(null), true);
    for (String name : names) {
      String key = name.toLowerCase(Locale.ROOT);
      if (key.equals(PROXY) || key.equals(AUTHORITIES)) {
        String value = config.getString(SECTION, url.orElse(null), name);
        values.put(key, value == null ? "" : value);
      }
    }
    return values;
  }
}
