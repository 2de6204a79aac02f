package io.copyflow.extract.body;

import io.copyflow.extract.DateOrigin;
import io.copyflow.extract.date.DateText;
import io.copyflow.extract.publisher.Mark;
import io.copyflow.extract.publisher.Marks;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.text.Fold;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Dates and authors that the markup names for machines. */
final class Markings {

  private static final Pattern UPDATE = Pattern.compile("(?i)updat|modif");

  private final PublisherProfile profile;
  private final Marks marks;
  private final DateText dates;
  private final Findings findings;

  Markings(PublisherProfile profile, Findings findings) {
    this.profile = profile;
    this.marks = profile.markup().marks();
    this.dates = new DateText(profile);
    this.findings = findings;
  }

  /** Notes what elements name, as far as it is the article's. */
  void read(List<Element> marked, int limit) {
    marked.stream().filter(this::isOfArticle).limit(limit).forEach(this::note);
  }

  private void note(Element element) {
    if (Mark.DATE.in(marks.of(element))) {
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
      if (Mark.ELSEWHERE.in(marks.of(at))) {
        return false;
      }
    }
    return true;
  }
}
