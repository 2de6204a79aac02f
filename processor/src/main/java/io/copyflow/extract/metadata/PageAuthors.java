package io.copyflow.extract.metadata;

import io.copyflow.extract.publisher.LinePatterns;
import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

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
              + "|作者|文|记者|記者|撰文|撰稿|采写|採訪|来源|author)(?:\\s?[:：/|]\\s?|\\s+)"
              + "|^(?:作者|文|记者|記者|撰文|撰稿|采写|採訪|来源)[:：/]"
              + "|^[\\p{IsHan}]{2,8}(?:记者|記者)[\\s:：]{1,2}(?=\\p{IsHan})");

  /** Who checked a text did not write it. */
  private static final Pattern EDITOR =
      Pattern.compile(
          "(?iu)(?:(?:责任|責任|执行|值班|本文|网络|網路)?(?:编辑|編輯|主编|主編)|责编|責編|校对|校對|审核|審核|监制|監製)\\s?[:：/].*");

  /** What a person is, behind the name. */
  private static final Pattern ROLE =
      Pattern.compile(
          "(?iu)\\s?(?:기자|특파원|논설위원)$|\\s(?:记者|記者|通讯员)$"
              + "|(?<!^staff)\\s(?:(?:staff )?(?:writer|reporter)|correspondent|redakteur(?:in)?)$");

  /** Han characters that no name of a person ends with: papers, stations, offices. */
  private static final Pattern OFFICE =
      Pattern.compile(
          "(?:报|報|网|網|社|台|臺|新闻|新聞|财经|財經|科技|消息|媒体|媒體|编辑部|編輯部|行情|在线|周刊|週刊|杂志|雜誌"
              + "|综合|官方|中心|频道|公司|集团|大学|医院|支部|授权|快讯|平台|工作室|企鹅号|头条|未知|佚名|匿名|管理员|简介)$"
              + "|^\\p{IsHan}{7,}$|(?:记者|記者|通讯员)$");

  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  /** Fields that were left as they came, and networks where the site has an account. */
  private static final Pattern NETWORK =
      Pattern.compile(
          "(?iu)(?:facebook|twitter|instagram|linkedin|whatsapp|telegram|admin|administrator|webmaster)(?:\\s.*)?");

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
  private static final LinePatterns BYLINE =
      LinePatterns.of(
          "(?i)(?=by|aut)(?<!bild|quote|quote-|photo|photo-|image|image-|description__|comment|comment-)"
              + "(?:by-?line|authors?|autor(?:en|es)?|auteurs?)(?![a-z]*(?:box|bio|image|img))");

  private static final Pattern NO_PERSON =
      Pattern.compile(
          "(?iu).*(?:://|@|\\d{2}|^www\\.|\\*|[:：?!]$|\\.(?:com|org|net|de|fr|it|uk|at|ch)$).*");

  /** Meta tags that name authors, one after the other: each site fills some of them with others. */
  private static final List<String> META =
      List.of(
          "author",
          "article:author",
          "byl",
          "dc.creator",
          "dcterms.creator",
          "citation_author",
          "article:author_name",
          "sailthru.author",
          "parsely-author",
          "cxenseparse:author");

  private static final Evaluator NAME = QueryParser.parse("[itemprop=name]");
  private static final Evaluator AUTHOR = QueryParser.parse("[itemprop=author], [rel=author]");

  private final PageIndex page;
  private final JsonLd linked;
  private final MetaTags meta;
  private final SiteNames sites;

  PageAuthors(PageIndex page, JsonLd linked, MetaTags meta, SiteNames sites) {
    this.page = page;
    this.linked = linked;
    this.meta = meta;
    this.sites = sites;
  }

  /**
   * The first source that names anybody. Names that begin like the site's are taken when there is
   * no other, and organisations when there is no person at all.
   */
  List<String> list() {
    var sources = new ArrayList<List<String>>();
    for (Supplier<Stream<String>> source : sources()) {
      List<String> names = namesIn(source.get());
      List<String> persons = persons(names, sites::isLike);
      if (!persons.isEmpty()) {
        return persons;
      }
      sources.add(names);
    }
    return sources.stream()
        .map(names -> persons(names, this::isSite))
        .filter(persons -> !persons.isEmpty())
        .findFirst()
        .or(() -> Optional.of(organisations()).filter(names -> !names.isEmpty()))
        .orElseGet(this::byline);
  }

  /** No person is called like a site in Chinese; elsewhere editors sign with more than its name. */
  private boolean isSite(String name) {
    return sites.isOne(name) || (HAN.matcher(name).matches() && sites.isLike(name));
  }

  private List<Supplier<Stream<String>>> sources() {
    var sources = new ArrayList<Supplier<Stream<String>>>();
    sources.add(() -> linked.names("author", false).stream());
    sources.add(() -> linked.names("creator", false).stream());
    META.forEach(name -> sources.add(() -> meta.values(name)));
    sources.add(this::marked);
    return sources;
  }

  /** As written: the name of an organisation may hold what stands between the names of persons. */
  private List<String> organisations() {
    return linked.names("author", true).stream()
        .filter(name -> !name.contains("://") && !NETWORK.matcher(name).matches())
        .toList();
  }

  private Stream<String> marked() {
    return page.marked(AUTHOR).limit(MOST_BYLINES).map(PageAuthors::name);
  }

  private static String name(Element author) {
    Element name = author.selectFirst(NAME);
    Element named = name == null ? author : name;
    return named.hasAttr("content") ? named.attr("content") : named.text();
  }

  /** The names in the first byline that holds one; those further down belong to teasers. */
  private List<String> byline() {
    var byline = new NamePattern(BYLINE);
    return page.body().stream()
        .filter(byline::inClass)
        .limit(MOST_BYLINES)
        .filter(element -> element.text().length() <= LONGEST_BYLINE)
        .map(element -> persons(namesIn(parts(element)), this::isSite))
        .filter(names -> !names.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** Linked names apart, for nothing else may stand between them. */
  private static Stream<String> parts(Element byline) {
    List<String> linked = byline.select("a").eachText();
    return linked.isEmpty() ? Stream.of(byline.text()) : linked.stream();
  }

  /** What may be names, whoever they are of. */
  private static List<String> namesIn(Stream<String> bylines) {
    return bylines
        .map(Fold::line)
        .filter(byline -> !byline.contains("://"))
        .flatMap(byline -> BETWEEN.splitAsStream(bare(byline)))
        .map(PageAuthors::bare)
        .filter(PageAuthors::isName)
        .toList();
  }

  private static List<String> persons(List<String> names, Predicate<String> isSite) {
    Map<String, String> persons = new LinkedHashMap<>();
    for (String name : names) {
      if (!isSite.test(name)) {
        persons.putIfAbsent(key(name), name);
      }
    }
    return List.copyOf(persons.values());
  }

  private static String bare(String byline) {
    String names = EDITOR.matcher(byline).replaceFirst("").strip();
    String bare = TAIL.matcher(LEAD.matcher(names).replaceFirst("")).replaceFirst("").strip();
    return ROLE.matcher(bare).replaceFirst("");
  }

  private static boolean isName(String name) {
    return name.length() > 1
        && name.length() <= LONGEST
        && name.split(" ", -1).length <= MOST_WORDS
        && !NO_PERSON.matcher(name).matches()
        && !NETWORK.matcher(name).matches()
        && !OFFICE.matcher(name).find()
        && name.codePoints().anyMatch(Character::isLetter);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
