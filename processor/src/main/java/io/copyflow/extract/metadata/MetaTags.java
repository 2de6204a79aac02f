package io.copyflow.extract.metadata;

import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The meta tags of a page by name: OpenGraph, Twitter, Dublin Core, Parsely, Sailthru and more. */
final class MetaTags {

  private static final List<String> KEYS = List.of("property", "name", "itemprop", "http-equiv");

  private final Map<String, List<String>> tags = new LinkedHashMap<>();

  static MetaTags of(PageIndex page) {
    var meta = new MetaTags();
    page.tagged("meta").forEach(meta::add);
    return meta;
  }

  /** The values under the names, in the order of the names. */
  Stream<String> values(String... names) {
    return Stream.of(names).flatMap(name -> tags.getOrDefault(name, List.of()).stream());
  }

  /** The first of them. */
  Optional<String> value(String... names) {
    return values(names).findFirst();
  }

  private void add(Element meta) {
    String content = Fold.line(meta.attr("content"));
    if (content.isEmpty()) {
      return;
    }
    for (String key : KEYS) {
      String name = meta.attr(key).strip().toLowerCase(Locale.ROOT);
      if (!name.isEmpty()) {
        tags.computeIfAbsent(name, unused -> new ArrayList<>()).add(content);
      }
    }
  }
}
