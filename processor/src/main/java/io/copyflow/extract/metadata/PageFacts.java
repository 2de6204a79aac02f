package io.copyflow.extract.metadata;

import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.HeadlineSource;
import io.copyflow.extract.date.DateText;
import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of its article, as written.
 *
 * @param url the page's address by {@link PageAddress}; null when it names none and none is known
 * @param base what its relative references are relative to; null when nobody knows
 * @param title headline without the site's name; null when there is none
 * @param headlines what it gives as its headline, by the place where it stands
 * @param authors persons, in order, none twice
 * @param issued texts that may be dates of the first issue, the best first
 * @param shown lines that may show the date of the first issue to readers, the best first; none
 *     when one of {@code issued} is a date
 * @param updated texts that may be dates of the last change
 * @param description summary; null when there is none
 * @param image address of the picture that stands for the article; null when there is none
 * @param language tag of the page's language; null when it names none
 * @param body the whole text as plain text; null when the page does not repeat it for machines
 */
public record PageFacts(
    @Nullable String url,
    @Nullable String base,
    @Nullable String title,
    Map<HeadlineSource, String> headlines,
    List<String> authors,
    List<String> issued,
    List<String> shown,
    List<String> updated,
    @Nullable String description,
    @Nullable String image,
    @Nullable String language,
    @Nullable String body) {

  private static final int MOST_DATES = 20;

  private static final Evaluator PUBLISHED = QueryParser.parse("[itemprop=datePublished]");
  private static final Evaluator LANGUAGE = QueryParser.parse("[lang]");

  /** Meta tags of the first issue, the most reliable first. */
  private static final String[] ISSUED = {
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article:published",
    "article.published",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "published-date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "dc.date.created",
    "dcterms.issued",
    "date",
    "article_date_original",
    "citation_publication_date",
    "citation_online_date",
    "article:post_time",
    "weibo: article:create_at",
    "rnews:datepublished"
  };

  /** Reads a parsed page, which stays as it is. Its location is where it was fetched from. */
  public static PageFacts of(Document page) {
    return of(PageIndex.of(page));
  }

  private static PageFacts of(PageIndex page) {
    JsonLd linked = JsonLd.of(page);
    MetaTags meta = MetaTags.of(page);
    PageAddress address = PageAddress.of(page, linked, meta);
    SiteNames sites = new SiteNames(page, linked, meta, address.url());
    List<String> issued = issued(page, linked, meta);
    var title = new PageTitle(page, linked, meta, sites, address.url());
    return new PageFacts(
        address.url(),
        address.base(),
        title.choose().orElse(null),
        title.headlines(),
        new PageAuthors(page, linked, meta, sites).list(),
        issued,
        shown(page, issued),
        updated(linked, meta),
        meta.value("og:description", "description", "twitter:description", "dc.description")
            .or(() -> linked.text("description"))
            .orElse(null),
        PagePicture.of(page, linked, meta).orElse(null),
        language(page, meta),
        linked.body().orElse(null));
  }

  /** The headline that stands where the publisher means it to, else the one that most agree on. */
  public @Nullable String title(@Nullable HeadlineSource meant) {
    return meant == null ? title : headlines.getOrDefault(meant, title);
  }

  private static List<String> issued(PageIndex page, JsonLd linked, MetaTags meta) {
    var dates = new ArrayList<String>();
    linked.text("datePublished").ifPresent(dates::add);
    meta.values(ISSUED).forEach(dates::add);
    linked.text("dateCreated").ifPresent(dates::add);
    linked.pageIssued().ifPresent(dates::add);
    page.marked(PUBLISHED)
        .map(e -> e.hasAttr("datetime") ? e.attr("datetime") : e.attr("content"))
        .filter(text -> !text.isBlank())
        .forEach(dates::add);
    return dates.stream().distinct().limit(MOST_DATES).toList();
  }

  /** Looking at every line of a page is dear, and vain when its head has said the date. */
  private static List<String> shown(PageIndex page, List<String> issued) {
    var dates = new DateText(null, null);
    boolean known =
        issued.stream()
            .flatMap(text -> dates.read(Fold.line(text), DateOrigin.META).stream())
            .anyMatch(date -> date.instant() != null);
    return known ? List.of() : VisibleDates.in(page);
  }

  private static List<String> updated(JsonLd linked, MetaTags meta) {
    return Stream.concat(
            linked.text("dateModified").stream(),
            meta.values(
                "article:modified_time",
                "og:updated_time",
                "datemodified",
                "last-modified",
                "dcterms.modified",
                "dc.date.modified",
                "lastmod"))
        .distinct()
        .limit(MOST_DATES)
        .toList();
  }

  private static @Nullable String language(PageIndex page, MetaTags meta) {
    return page.first("html", LANGUAGE)
        .map(html -> html.attr("lang").strip())
        .filter(tag -> !tag.isEmpty())
        .or(() -> meta.value("content-language", "dc.language", "language", "og:locale"))
        .map(tag -> tag.replace('_', '-').toLowerCase(Locale.ROOT))
        .orElse(null);
  }
}
