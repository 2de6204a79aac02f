package io.copyflow.extract.metadata;

import io.copyflow.extract.text.Fold;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Chooses the headline among those that a page gives: the one on which most sources agree. */
final class PageTitle {

  /** Where headlines stand, and how often each was right on pages of many sites. */
  private enum Source {
    LINKED_DATA(1.5),
    OPEN_GRAPH(0.9),
    OTHER_META(0.5),
    FIRST_HEADING(0.9),
    HEADING(0.7),
    TITLE_START(1.1),
    TITLE(0);

    final double weight;

    Source(double weight) {
      this.weight = weight;
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
  }

  private static final int MOST_HEADINGS = 5;
  private static final int LONGEST = 400;

  /** A headline that another contains is long enough to be no coincidence. */
  private static final int LONG = 15;

  /** What stands between a headline and the name of the site. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s+[-–—|·•»«:/]{1,2}\\s+|\\s?[|｜_ㅣ]\\s?|(?<=\\p{IsHan})\\s?-\\s?(?=\\p{IsHan})");

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final List<String> sites;

  PageTitle(Document page, JsonLd linked, MetaTags meta) {
    this.sites =
        Stream.concat(
                meta.values("og:site_name", "application-name"),
                linked.names("publisher", true).stream())
            .map(PageTitle::letters)
            .filter(name -> !name.isEmpty())
            .toList();
    linked.text("headline").ifPresent(text -> add(text, Source.LINKED_DATA));
    meta.value("og:title").ifPresent(text -> add(text, Source.OPEN_GRAPH));
    meta.value("dc.title", "parsely-title", "sailthru.title", "title", "twitter:title")
        .ifPresent(text -> add(text, Source.OTHER_META));
    headings(page);
    titleElement(Fold.line(page.title()));
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

  private void headings(Document page) {
    Source source = Source.FIRST_HEADING;
    for (Element heading : page.select("h1").stream().limit(MOST_HEADINGS).toList()) {
      add(heading.text(), source);
      source = Source.HEADING;
    }
  }

  /** The title element holds the site's name more often than not: its beginnings count as well. */
  private void titleElement(String text) {
    Matcher between = BETWEEN.matcher(text);
    for (int i = 0; i < MOST_HEADINGS && between.find(); i++) {
      add(text.substring(0, between.start()), Source.TITLE_START);
    }
    add(text, Source.TITLE);
  }

  private void add(String raw, Source source) {
    String text = withoutSite(Fold.line(Parser.unescapeEntities(raw, false)));
    String letters = letters(text);
    if (letters.length() > 1 && text.length() <= LONGEST) {
      candidates
          .computeIfAbsent(letters, key -> new Candidate(key, new EnumMap<>(Source.class)))
          .spellings()
          .putIfAbsent(source, text);
    }
  }

  private String withoutSite(String text) {
    Matcher between = BETWEEN.matcher(text);
    int cut = -1;
    while (between.find()) {
      if (sites.contains(letters(text.substring(between.end())))) {
        cut = between.start();
      }
    }
    return cut > 0 ? text.substring(0, cut).strip() : text;
  }

  /** The end of a longer headline is that headline without its kicker. */
  private double votes(Candidate candidate) {
    String own = candidate.letters();
    double votes = candidate.weight() - (sites.contains(own) ? 4 : 0);
    boolean isEnd = false;
    boolean holdsOther = false;
    for (String other : candidates.keySet()) {
      isEnd |= other.length() > own.length() && other.endsWith(own);
      holdsOther |= other.length() > LONG && own.length() > other.length() && own.contains(other);
    }
    return votes + (isEnd ? 0.6 : 0) - (holdsOther ? 0.6 : 0) - (own.length() < LONG - 3 ? 0.4 : 0);
  }

  private static String letters(String text) {
    return NOT_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
