package io.copyflow.extract.metadata;

import io.copyflow.extract.text.Fold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Chooses the persons who wrote an article among those that a page names. */
final class PageAuthors {

  private static final int LONGEST = 60;

  /** Words before names in a byline, in the languages that write them. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)^(?:(?:written |posted |reported |text |story )?by|von|de|par|por|di|af|av|door|od|przez|yazan|автор|作者|文|记者|記者|撰文|text|foto)\\s?[:：/]?\\s+|^(?:作者|文|记者|記者)[:：/]");

  private static final Pattern BETWEEN =
      Pattern.compile("(?iu)\\s*[,;|/、，；•·]\\s*|\\s+(?:and|und|et|y|e|og|och|en|with|&)\\s+");

  private final Document page;
  private final JsonLd linked;
  private final MetaTags meta;

  PageAuthors(Document page, JsonLd linked, MetaTags meta) {
    this.page = page;
    this.linked = linked;
    this.meta = meta;
  }

  List<String> list() {
    return Stream.of(
            linked.names("author", false).stream(),
            linked.names("creator", false).stream(),
            meta.values(
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "byl",
                "dc.creator",
                "dcterms.creator",
                "citation_author",
                "article:author_name",
                "cxenseparse:author"),
            marked())
        .map(PageAuthors::persons)
        .filter(persons -> !persons.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private Stream<String> marked() {
    return page
        .select("[itemprop=author] [itemprop=name], [itemprop=author], [rel=author]")
        .stream()
        .map(Element::text);
  }

  private static List<String> persons(Stream<String> bylines) {
    Map<String, String> persons = new LinkedHashMap<>();
    bylines
        .flatMap(byline -> BETWEEN.splitAsStream(LEAD.matcher(Fold.line(byline)).replaceFirst("")))
        .map(name -> LEAD.matcher(name.strip()).replaceFirst("").strip())
        .filter(PageAuthors::isName)
        .forEach(name -> persons.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    return List.copyOf(persons.values());
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() <= LONGEST
        && !name.contains("://")
        && !name.contains("@")
        && name.codePoints().anyMatch(Character::isLetter);
  }
}
