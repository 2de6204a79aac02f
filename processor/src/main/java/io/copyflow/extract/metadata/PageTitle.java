package io.copyflow.extract.metadata;

import io.copyflow.extract.HeadlineSource;
import io.copyflow.extract.text.Fold;
import io.copyflow.extract.text.Letters;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the headline among those that a page gives: the one on which most sources agree. The
 * words of the page's address are a source as well, for they are those of the first headline.
 */
final class PageTitle {

  /**
   * Where headlines stand, and how much each counts: weights of a logistic ranking of the headlines
   * of 870 labelled pages. A bare title element holds more than the headline.
   */
  private enum Source {
    LINKED_DATA(1.5, HeadlineSource.LINKED_DATA),
    OPEN_GRAPH(1.15, HeadlineSource.OPEN_GRAPH),
    FIRST_HEADING(1.1, HeadlineSource.HEADING),
    HEADING(0.55),
    LINE(0.5),
    OTHER_META(0.3),
    TITLE_START(0.4),
    ALTERNATIVE(0.25),
    TITLE_END(0),
    TITLE(-0.2, HeadlineSource.TITLE_ELEMENT);

    final double weight;

    /** As which a publisher may name it; null for one that nobody means. */
    final @Nullable HeadlineSource named;

    Source(double weight) {
      this(weight, null);
    }

    Source(double weight, @Nullable HeadlineSource named) {
      this.weight = weight;
      this.named = named;
    }
  }

  /** One headline, however it is punctuated: the best of its spellings and who gives it. */
  private record Candidate(String letters, EnumMap<Source, String> spellings) {

    double weight() {
      return spellings.keySet().stream().mapToDouble(source -> source.weight).sum();
    }

    /** As the first of its sources writes it. */
    String text() {
      return spellings.values().iterator().next();
    }

    /** Whether it is meant to be a headline, not only to look like one. */
    boolean isNamed() {
      return spellings.containsKey(Source.LINKED_DATA) || spellings.containsKey(Source.OPEN_GRAPH);
    }

    /** Whether something else than a cut of the title element gives it. */
    boolean isWhole() {
      return spellings.keySet().stream()
          .anyMatch(source -> source != Source.TITLE_START && source != Source.TITLE_END);
    }
  }

  /** From here on, scripts that write no spaces. */
  private static final int HAN = 0x2E80;

  private static final int MOST_HEADINGS = 5;
  private static final int LONGEST = 400;
  private static final int SHORTEST_LINE = 8;

  /** A headline that another contains is long enough to be no coincidence. */
  private static final int LONG = 15;

  /** What stands between a headline and the name of the site. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s+[-–—|·•»«:/]{1,2}\\s+|\\s?[|｜_ㅣ]\\s?|(?<=\\p{IsHan})\\s?-{1,3}\\s?(?=[\\p{IsHan}【])");

  private static final Pattern HOME =
      Pattern.compile("[^?#]{0,200}//[^/?#]{1,200}/?|/(?:index\\.\\w+)?");

  /** With the site's names and entities; what is longer is no headline, and costs to look at. */
  private static final int LONGEST_WRITTEN = 4_096;

  private static final Evaluator LINKS = QueryParser.parse("a[href]");

  private final Map<HeadlineSource, String> headlines = new EnumMap<>(HeadlineSource.class);
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final SiteNames sites;
  private final Slug slug;

  private String titleLetters = "";

  /** What the title element ends with: a heading that is no more than that names the site. */
  private final Set<String> tails = new HashSet<>();

  PageTitle(PageIndex page, JsonLd linked, MetaTags meta, SiteNames sites, @Nullable String url) {
    this.sites = sites;
    this.slug = new Slug(url);
    linked.text("headline").ifPresent(text -> add(text, Source.LINKED_DATA));
    meta.value("og:title", "articletitle").ifPresent(text -> add(text, Source.OPEN_GRAPH));
    meta.values("headline", "dc.title", "parsely-title", "sailthru.title", "title", "twitter:title")
        .forEach(text -> add(text, Source.OTHER_META));
    linked.text("alternativeHeadline").ifPresent(text -> add(text, Source.ALTERNATIVE));
    headings(page);
    String title = page.title();
    if (Fold.line(title).length() <= LONGEST_WRITTEN) {
      titleElement(Fold.line(title));
    }
    if (candidates.values().stream().noneMatch(Candidate::isNamed)) {
      lines(page, title);
    }
  }

  /** The headlines without the site's name, by where they stand. */
  Map<HeadlineSource, String> headlines() {
    return Map.copyOf(headlines);
  }

  Optional<String> choose() {
    @Nullable Candidate best = null;
    double most = 0;
    for (Candidate candidate : candidates.values()) {
      double votes = votes(candidate);
      if (best == null || votes > most) {
        best = candidate;
        most = votes;
      }
    }
    return Optional.ofNullable(best).map(Candidate::text);
  }

  private void headings(PageIndex page) {
    Source source = Source.FIRST_HEADING;
    for (Element heading : page.tagged("h1").stream().limit(MOST_HEADINGS).toList()) {
      if (leadsHome(heading)) {
        sites.add(heading.text());
        continue;
      }
      add(heading.text(), source);
      source = Source.HEADING;
    }
  }

  /** A heading that is a link to the first page of the site is the site's name. */
  private static boolean leadsHome(Element heading) {
    Element link = heading.selectFirst(LINKS);
    return link != null
        && HOME.matcher(link.attr("href").strip()).matches()
        && link.text().equals(heading.text());
  }

  /** The title element holds the site's name more often than not: its beginnings count as well. */
  private void titleElement(String text) {
    Matcher between = BETWEEN.matcher(text);
    for (int i = 0; i < MOST_HEADINGS && between.find(); i++) {
      add(text.substring(0, between.start()), Source.TITLE_START);
      add(text.substring(between.end()), Source.TITLE_END);
      tails.add(Letters.lower(text.substring(between.end())));
    }
    add(text, Source.TITLE);
    titleLetters = Letters.lower(text);
  }

  /** A line that the title element holds too is the headline, whatever its tag. */
  private void lines(PageIndex page, String title) {
    if (title.length() > LONGEST_WRITTEN) {
      return;
    }
    String letters = Letters.lower(title);
    page.body().stream()
        .map(Element::ownText)
        .filter(line -> line.length() >= SHORTEST_LINE && line.length() < title.length())
        .filter(line -> letters.contains(Letters.lower(line)))
        .max(Comparator.comparingInt(String::length))
        .ifPresent(line -> add(line, Source.LINE));
  }

  private void add(String raw, Source source) {
    if (raw.length() > LONGEST_WRITTEN) {
      return;
    }
    String text = withoutSite(Fold.line(Parser.unescapeEntities(raw, false)));
    String letters = Letters.lower(text);
    if (letters.length() > 1 && text.length() <= LONGEST) {
      candidates
          .computeIfAbsent(letters, key -> new Candidate(key, new EnumMap<>(Source.class)))
          .spellings()
          .putIfAbsent(source, text);
      if (source.named != null) {
        headlines.putIfAbsent(source.named, text);
      }
    }
  }

  private String withoutSite(String text) {
    Matcher between = BETWEEN.matcher(text);
    int cut = -1;
    while (between.find()) {
      if (cut < 0 && sites.isTail(text.substring(between.end()))) {
        cut = between.start();
      }
    }
    return cut > 0 ? text.substring(0, cut).strip() : text;
  }

  /** The end of a longer headline is that headline without its kicker. */
  private double votes(Candidate candidate) {
    String own = candidate.letters();
    boolean isPart = false;
    boolean holdsOther = false;
    for (String other : candidates.keySet()) {
      isPart |= other.length() > own.length() && (other.endsWith(own) || other.startsWith(own));
      holdsOther |= other.length() > LONG && own.length() > other.length() && own.contains(other);
    }
    boolean isShort = own.length() < LONG - 3;
    return candidate.weight()
        + slug.agreement(candidate.text())
        + (isPart && !isShort && candidate.isWhole() ? 0.5 : 0)
        - (holdsOther ? 0.5 : 0)
        - (isShort ? 0.6 : 0)
        - (isLabel(candidate) ? 1 : 0)
        - (isCutAtQuote(candidate.text()) ? 2 : 0)
        - (sites.isOne(candidate.text()) ? 4 : 0)
        - (tails.contains(own) && isShort ? 1 : 0);
  }

  /** One word of which the title element knows nothing names a part of the page. */
  private boolean isLabel(Candidate candidate) {
    return !titleLetters.contains(candidate.letters())
        && candidate.text().chars().allMatch(c -> c < HAN && c != ' ')
        && !candidate.isNamed();
  }

  /** A quotation mark in an attribute that stands between quotation marks ends it. */
  private boolean isCutAtQuote(String text) {
    return candidates.values().stream()
        .map(Candidate::text)
        .anyMatch(whole -> whole.startsWith(text) && whole.startsWith("\"", text.length() + 1));
  }
}
