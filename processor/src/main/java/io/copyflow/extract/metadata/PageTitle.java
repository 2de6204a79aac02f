package io.copyflow.extract.metadata;

import io.copyflow.extract.text.Fold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Chooses the headline among those that a page gives: the one on which most sources agree. */
final class PageTitle {

  /** A headline and how much its source is worth by itself. */
  private record Candidate(String text, double prior) {}

  private static final int MOST_HEADINGS = 5;
  private static final int LONGEST = 400;

  /** What stands between a headline and the name of the site. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s+[-–—|·•»«:/]{1,2}\\s+|\\s?[|｜_]\\s?|\\s-(?=\\p{IsHan})|(?<=\\p{IsHan})-");

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<Candidate> candidates = new ArrayList<>();
  private final List<String> sites;

  PageTitle(Document page, JsonLd linked, MetaTags meta) {
    this.sites =
        Stream.concat(
                meta.values(
                    "og:site_name",
                    "application-name",
                    "twitter:site",
                    "apple-mobile-web-app-title"),
                linked.names("publisher", true).stream())
            .map(PageTitle::letters)
            .filter(name -> !name.isEmpty())
            .toList();
    linked.text("headline").ifPresent(text -> add(text, 0.95));
    meta.value("og:title").ifPresent(text -> add(text, 0.9));
    meta.value("twitter:title").ifPresent(text -> add(text, 0.3));
    meta.value("dc.title", "parsely-title", "sailthru.title", "title").ifPresent(t -> add(t, 0.3));
    page.select("h1").stream().limit(MOST_HEADINGS).map(Element::text).forEach(t -> add(t, 0.8));
    titleElement(page.title());
  }

  Optional<String> choose() {
    return candidates.stream().max(Comparator.comparingDouble(this::votes)).map(Candidate::text);
  }

  private void add(String raw, double prior) {
    String text = withoutSite(Fold.line(org.jsoup.parser.Parser.unescapeEntities(raw, false)));
    if (text.length() > 1 && text.length() <= LONGEST) {
      candidates.add(new Candidate(text, prior));
    }
  }

  /** The title element holds the site's name more often than not: its parts are candidates. */
  private void titleElement(String raw) {
    String text = Fold.line(raw);
    add(text, 0.4);
    Matcher between = BETWEEN.matcher(text);
    while (between.find()) {
      add(text.substring(0, between.start()), 0.35);
      add(text.substring(between.end()), 0.05);
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

  private double votes(Candidate candidate) {
    String own = letters(candidate.text());
    double votes = sites.contains(own) ? -3 : candidate.prior();
    for (Candidate other : candidates) {
      if (other != candidate) {
        votes += letters(other.text()).equals(own) ? other.prior() : 0;
      }
    }
    return votes;
  }

  private static String letters(String text) {
    return NOT_LETTERS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
