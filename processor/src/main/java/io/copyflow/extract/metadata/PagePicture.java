package io.copyflow.extract.metadata;

import io.copyflow.extract.address.PictureName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * The picture that stands for a page's article. What a page shares is often another picture than
 * the one that it shows, or a copy with letters on it: one that readers see as well goes first.
 */
final class PagePicture {

  /** Pictures further down are those of other articles. */
  private static final int MOST_SHOWN = 40;

  private static final List<String> SOURCES = List.of("src", "data-src", "srcset", "data-srcset");

  private static final Evaluator PICTURE = QueryParser.parse("[rel=image_src][href]");

  private PagePicture() {}

  /** Its address, as written; empty when the page names none. */
  static Optional<String> of(PageIndex page, JsonLd linked, MetaTags meta) {
    List<String> named =
        Stream.of(
                linked.picture("image"),
                meta.value("og:image", "og:image:url"),
                meta.value("twitter:image", "twitter:image:src"),
                page.first("link", PICTURE).map(link -> link.attr("href")))
            .flatMap(Optional::stream)
            .distinct()
            .toList();
    return named.size() > 1 ? shown(named, page) : named.stream().findFirst();
  }

  private static Optional<String> shown(List<String> named, PageIndex page) {
    List<String> sources =
        page.pictures().stream()
            .limit(MOST_SHOWN)
            .flatMap(PagePicture::sources)
            .distinct()
            .toList();
    var names = new HashMap<String, String>();
    return named.stream()
        .filter(address ->
            sources.contains(address) || isAmong(sources, names, PictureName.of(address)))
        .findFirst()
        .or(() -> named.stream().findFirst());
  }

  /** The name of a picture takes long to find, and most pages show the first that they name. */
  private static boolean isAmong(List<String> sources, Map<String, String> names, String name) {
    return sources.stream()
        .anyMatch(source -> names.computeIfAbsent(source, PictureName::of).equals(name));
  }

  /** The first address of a set is enough: the others are other sizes. */
  private static Stream<String> sources(Element picture) {
    return SOURCES.stream()
        .map(source -> firstWord(picture.attr(source).strip()))
        .filter(address -> !address.isEmpty() && !address.startsWith("data:"));
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && " \t\n\u000B\f\r".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }
}
