package io.copyflow.extract.metadata;

import io.copyflow.extract.text.Fold;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Chooses the persons who wrote an article among those that a page names. */
final class PageAuthors {

  private static final int LONGEST = 45;
  private static final int MOST_WORDS = 6;
  private static final int LONGEST_BYLINE = 160;
  private static final int MOST_BYLINES = 20;

  /** Words before names in a byline, in the languages that write them. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?iu)^(?:(?:(?:written|posted|reported|text|story|article|reporting|words) )?by"
              + "|von|de|par|por|di|af|av|door|od|przez|autor(?:in|en|es)?|auteur|автор|text|texto?"
              + "|作者|文|记者|記者|撰文|author)(?:\\s?[:：/|]\\s?|\\s+)|^(?:作者|文|记者|記者)[:：/]");

  /** What follows the names: a date, a role, a short sign in brackets. */
  private static final Pattern TAIL =
      Pattern.compile(
          "(?u)\\s*[(\\[（].{0,60}|\\s*(?:\\d{1,2}[./]\\d{1,2}[./]|\\d{4}|Stand:|Updated|Published).*");

  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?iu)\\s*[,;|/、，；•·]\\s*|\\s+(?:and|und|et|y|e|og|och|en|with|&)\\s+|\\s+-\\s+");

  /**
   * Names of classes that hold a byline, and not that of a picture, a quotation or a reader. What
   * they begin with is asked first, for looking behind is dear.
   */
  private static final Pattern BYLINE =
      Pattern.compile(
          "(?i)(?=by|aut)(?<!bild|quote|quote-|photo|photo-|image|image-|description__|comment|comment-)"
              + "(?:by-?line|authors?|autor(?:en|es)?|auteurs?)(?![a-z]*(?:box|bio|image|img))");

  private static final Pattern NO_PERSON =
      Pattern.compile("(?iu).*(?:://|@|\\d{2}|^www\\.|\\.(?:com|org|net|de|fr|it|uk|at|ch)$).*");

  private final Document page;
  private final JsonLd linked;
  private final MetaTags meta;
  private final Set<String> sites;

  PageAuthors(Document page, JsonLd linked, MetaTags meta) {
    this.page = page;
    this.linked = linked;
    this.meta = meta;
    this.sites =
        Stream.concat(
                meta.values("og:site_name", "application-name", "og:site"),
                linked.names("publisher", true).stream())
            .map(PageAuthors::key)
            .collect(Collectors.toSet());
  }

  /** The first source that names anybody; organisations only when there is no person at all. */
  List<String> list() {
    return Stream.<Supplier<Stream<String>>>of(
            () -> linked.names("author", false).stream(),
            () -> linked.names("creator", false).stream(),
            this::inMeta,
            this::marked)
        .map(source -> persons(source.get(), false))
        .filter(persons -> !persons.isEmpty())
        .findFirst()
        .or(() -> Optional.of(organisations()).filter(names -> !names.isEmpty()))
        .orElseGet(() -> persons(bylines(), false));
  }

  /** As written: the name of an organisation may hold what stands between the names of persons. */
  private List<String> organisations() {
    return linked.names("author", true).stream().filter(name -> !name.contains("://")).toList();
  }

  private Stream<String> inMeta() {
    return meta.values(
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "citation_author",
        "article:author_name",
        "cxenseparse:author");
  }

  private Stream<String> marked() {
    return page.select("[itemprop=author], [rel=author]").stream()
        .limit(MOST_BYLINES)
        .map(PageAuthors::name);
  }

  private static String name(Element author) {
    Element name = author.selectFirst("[itemprop=name]");
    Element named = name == null ? author : name;
    return named.hasAttr("content") ? named.attr("content") : named.text();
  }

  /** The first byline that holds a name; those further down belong to teasers. */
  private Stream<String> bylines() {
    var byline = new NamePattern(BYLINE);
    return page.body().stream()
        .filter(byline::inClass)
        .limit(MOST_BYLINES)
        .filter(element -> element.text().length() <= LONGEST_BYLINE)
        .map(PageAuthors::names)
        .filter(names -> !persons(names.stream(), false).isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream();
  }

  /** Linked names apart, for nothing else may stand between them. */
  private static List<String> names(Element byline) {
    List<String> linked = byline.select("a").eachText();
    return linked.isEmpty() ? List.of(byline.text()) : linked;
  }

  private List<String> persons(Stream<String> bylines, boolean sitesToo) {
    Map<String, String> persons = new LinkedHashMap<>();
    bylines
        .map(Fold::line)
        .filter(byline -> !byline.contains("://"))
        .flatMap(byline -> BETWEEN.splitAsStream(bare(byline)))
        .map(PageAuthors::bare)
        .filter(name -> isName(name) && (sitesToo || !sites.contains(key(name))))
        .forEach(name -> persons.putIfAbsent(key(name), name));
    return List.copyOf(persons.values());
  }

  private static String bare(String byline) {
    return TAIL.matcher(LEAD.matcher(byline.strip()).replaceFirst("")).replaceFirst("").strip();
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() <= LONGEST
        && name.split(" ", -1).length <= MOST_WORDS
        && !NO_PERSON.matcher(name).matches()
        && name.codePoints().anyMatch(Character::isLetter);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
