package io.copyflow.eval;

import io.copyflow.extract.ArticleDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Labels of single fields and of sets, other than the text and dates. */
final class FieldExpectations {

  private FieldExpectations() {}

  static Expectation outcome(String expected) {
    return found ->
        Mark.single(
            Metric.OUTCOME,
            expected.equals(found.outcome()),
            expected,
            found.outcome() + " " + found.reason());
  }

  static Expectation title(String expected) {
    return found -> line(Metric.TITLE, expected, found.field(ArticleDraft::title));
  }

  static Expectation url(String expected) {
    return found -> line(Metric.URL, expected, found.field(ArticleDraft::url));
  }

  static Expectation publisher(String expected) {
    return found -> line(Metric.PUBLISHER, expected, found.publisher());
  }

  private static Mark line(Metric metric, String expected, String found) {
    boolean right = Alike.text(expected).equals(Alike.text(found));
    return Mark.single(metric, right, expected, found);
  }

  /** Compares the language, and the script where the label names one; regions do not matter. */
  static Expectation language(String expected) {
    var label = Locale.forLanguageTag(expected);
    return found -> {
      String tag = found.field(ArticleDraft::language);
      var given = Locale.forLanguageTag(tag);
      boolean right =
          label.getLanguage().equals(given.getLanguage())
              && (label.getScript().isEmpty() || label.getScript().equals(given.getScript()));
      return Mark.single(Metric.LANGUAGE, right, expected, tag);
    };
  }

  static Expectation rights(String expected) {
    return found -> {
      String given = found.field(ArticleDraft::rights);
      boolean right = Alike.unspaced(expected).equals(Alike.unspaced(given));
      return Mark.single(Metric.RIGHTS, right, expected, given);
    };
  }

  /** An empty label says that the page names nobody. */
  static Expectation authors(Collection<String> expected) {
    return found ->
        Mark.sets(
            Metric.AUTHORS, Alike.names(expected), Alike.names(found.list(ArticleDraft::authors)));
  }

  static Expectation agencies(Collection<String> expected) {
    return found ->
        Mark.sets(
            Metric.AGENCIES,
            Alike.all(expected, Alike::text),
            Alike.all(found.list(ArticleDraft::agencies), Alike::text));
  }

  static Expectation captions(Collection<String> expected) {
    return found ->
        Mark.sets(
            Metric.CAPTIONS,
            Alike.all(expected, Alike::unspaced),
            Alike.all(found.captions(), Alike::unspaced));
  }

  /** Each picture may be known under several addresses, of which one is enough. */
  static Expectation images(List<Set<String>> expected) {
    return found -> {
      var left = new LinkedHashMap<String, String>();
      found.pictures().forEach(url -> left.putIfAbsent(Alike.picture(url), url));
      var missing = new ArrayList<String>();
      for (Set<String> addresses : expected) {
        if (!left.keySet().removeAll(Alike.all(addresses, Alike::picture))) {
          missing.add(addresses.stream().findFirst().orElse(""));
        }
      }
      int right = expected.size() - missing.size();
      return new Mark(
          Metric.IMAGES,
          new Tally(right, left.size(), missing.size(), 0),
          String.join(" | ", missing),
          String.join(" | ", left.values()));
    };
  }

  static Expectation leadImage(Set<String> addresses) {
    Set<String> forms = Alike.all(addresses, Alike::picture);
    return found -> {
      String first = found.pictures().stream().findFirst().orElse("");
      boolean right = forms.contains(Alike.picture(first));
      return Mark.single(
          Metric.LEAD_IMAGE, right, addresses.stream().findFirst().orElse(""), first);
    };
  }
}
