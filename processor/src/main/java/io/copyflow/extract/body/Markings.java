package io.copyflow.extract.body;

import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.date.DateText;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Collector;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Dates and authors that the markup names for machines. */
final class Markings {

  private static final Evaluator DATES =
      QueryParser.parse(
          "time[datetime], [itemprop~=date(?:Published|Modified|Created)][content],"
              + " [property~=(?:dc:date|article:(?:published|modified)_time)][content]");

  private static final Pattern UPDATE = Pattern.compile("(?i)updat|modif");

  private final PublisherProfile profile;
  private final DateText dates;
  private final Findings findings;

  Markings(PublisherProfile profile, Findings findings) {
    this.profile = profile;
    this.dates = new DateText(profile);
    this.findings = findings;
  }

  void read(Element body, int limit) {
    Collector.collect(DATES, body).stream()
        .filter(this::isOfArticle)
        .limit(limit)
        .forEach(this::date);
    Collector.collect(profile.markup().author(), body).stream()
        .filter(this::isOfArticle)
        .limit(limit)
        .forEach(this::author);
  }

  private void date(Element element) {
    String text = element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
    String marks = element.className() + " " + element.attr("itemprop") + element.attr("property");
    boolean update = UPDATE.matcher(marks).find();
    dates
        .read(Fold.line(text), DateOrigin.META)
        .ifPresent(update ? findings.updated::add : findings.issued::add);
  }

  private void author(Element element) {
    String text = element.hasAttr("content") ? element.attr("content") : element.text();
    findings.authors.addAll(Names.in(Fold.line(text), profile));
  }

  private boolean isOfArticle(Element element) {
    for (Element at = element; at != null; at = at.parent()) {
      if (at.is(profile.markup().elsewhere())) {
        return false;
      }
    }
    return true;
  }
}
