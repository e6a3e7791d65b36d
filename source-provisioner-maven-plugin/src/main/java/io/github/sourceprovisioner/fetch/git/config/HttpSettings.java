package io.github.sourceprovisioner.fetch.git.config;

import io.github.sourceprovisioner.spi.ProxyServer;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the sections {@code http} say about a URL: the most exact one that sets a key wins. */
record HttpSettings(List<HttpSection> sections, Path home) {

  private static final Comparator<HttpSection> MOST_EXACT_LAST =
      Comparator.comparing(HttpSection::urls, UrlPattern.MOST_EXACT_LAST);

  Optional<ProxyServer> proxy(String url) {
    return value(HttpSection.PROXY, url).flatMap(ProxyUrl::parse);
  }

  Optional<Path> authorities(String url) {
    return value(HttpSection.AUTHORITIES, url).flatMap(this::path);
  }

  /** The values that cannot be used, by key only: a proxy may hold a password. */
  List<String> notes() {
    Stream<String> proxies =
        values(HttpSection.PROXY)
            .filter(value -> ProxyUrl.parse(value).isEmpty())
            .map(value -> "an http.proxy of the git configuration is ignored: no proxy for http");
    Stream<String> authorities =
        values(HttpSection.AUTHORITIES)
            .filter(value -> path(value).isEmpty())
            .map(value -> "an http.sslCAInfo of the git configuration is ignored: not absolute");
    return Stream.concat(proxies, authorities).toList();
  }

  private Stream<String> values(String key) {
    return sections.stream()
        .flatMap(section -> Optional.ofNullable(section.values().get(key)).stream())
        .filter(value -> !value.isEmpty());
  }

  private Optional<String> value(String key, String url) {
    return sections.stream()
        .filter(section -> section.values().containsKey(key))
        .filter(section -> section.urls().map(urls -> urls.matches(url)).orElse(true))
        .sorted(MOST_EXACT_LAST)
        .reduce((general, exact) -> exact)
        .map(section -> section.values().getOrDefault(key, ""))
        .filter(value -> !value.isEmpty());
  }

  private Optional<Path> path(String value) {
    try {
      Path path =
          value.startsWith("~/") ? home.resolve(value.substring(2)) : Path.of(value).normalize();
      return Optional.of(path).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
