package io.copyflow.extract.metadata;

import io.copyflow.extract.address.Resolver;
import io.copyflow.extract.address.WebAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Where a page is: the first address that it gives itself, else the one it was fetched from. An
 * address without a path is the site's, not the article's: templates that know no better name it.
 *
 * @param url absolute; null when nothing tells it
 * @param base what relative references are relative to; null when nothing tells it
 */
record PageAddress(@Nullable String url, @Nullable String base) {

  private static final Evaluator CANONICAL = QueryParser.parse("[rel=canonical]");
  private static final Evaluator ADDRESSED = QueryParser.parse("[href]");

  static PageAddress of(PageIndex page, JsonLd linked, MetaTags meta) {
    String location = page.page().location();
    @Nullable String fetchedFrom = location.isEmpty() ? null : location;
    var here = new Resolver(fetchedFrom);
    List<String> named =
        Stream.of(
                link(page, "link", CANONICAL),
                meta.value("og:url"),
                linked.address("mainEntityOfPage"),
                linked.address("url"),
                meta.value("twitter:url", "parsely-link", "syndication-source"))
            .flatMap(Optional::stream)
            .flatMap(address -> here.resolve(address).stream())
            .toList();
    String url =
        named.stream()
            .filter(PageAddress::isDeep)
            .findFirst()
            .or(() -> Optional.ofNullable(fetchedFrom))
            .or(() -> named.stream().findFirst())
            .orElse(null);
    Optional<String> own = Optional.ofNullable(fetchedFrom).or(() -> Optional.ofNullable(url));
    Optional<String> base =
        link(page, "base", ADDRESSED).flatMap(new Resolver(own.orElse(null))::resolve);
    return new PageAddress(url, base.or(() -> own).orElse(null));
  }

  private static boolean isDeep(String url) {
    return WebAddress.parse(url)
        .filter(address -> !address.path().equals("/") || !address.query().isEmpty())
        .isPresent();
  }

  private static Optional<String> link(PageIndex page, String tag, Evaluator selector) {
    return page.first(tag, selector)
        .map(found -> found.attr("href").strip())
        .filter(href -> !href.isEmpty());
  }
}
