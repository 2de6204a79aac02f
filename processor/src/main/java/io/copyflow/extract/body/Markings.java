package io.copyflow.extract.body;

import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.date.DateText;
import io.copyflow.extract.publisher.Marks;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Dates and authors that the markup names for machines. */
final class Markings {

  private static final Marks DATES =
      new Marks(
          List.of(
              "[datetime]",
              "[itemprop=datePublished]",
              "[itemprop=dateModified]",
              "[itemprop=dateCreated]",
              "[property^=dc:date]",
              "[property=article:published_time]",
              "[property=article:modified_time]"));

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
    body.stream()
        .filter(element -> element.attributesSize() > 0 && isMarked(element))
        .filter(this::isOfArticle)
        .limit(limit)
        .forEach(this::note);
  }

  private boolean isMarked(Element element) {
    return DATES.match(element) || profile.markup().author().match(element);
  }

  private void note(Element element) {
    if (DATES.match(element)) {
      date(element);
    } else {
      author(element);
    }
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
      if (profile.markup().elsewhere().match(at)) {
        return false;
      }
    }
    return true;
  }
}
