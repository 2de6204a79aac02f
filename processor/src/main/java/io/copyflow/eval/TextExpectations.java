package io.copyflow.eval;

import io.copyflow.extract.ArticleDraft;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Labels of the article's text. */
final class TextExpectations {

  private TextExpectations() {}

  /** The whole text. */
  static Expectation text(String expected) {
    return found -> {
      var label = Shingles.of(expected);
      var given = Shingles.of(found.field(ArticleDraft::text));
      return new Mark(
          Metric.TEXT, given.against(label), label.longestNotIn(given), given.longestNotIn(label));
    };
  }

  /** The first words; a heading or a byline may stand before them. */
  static Expectation opening(String expected) {
    return found -> {
      String text = found.field(ArticleDraft::text);
      boolean right = Alike.unspaced(text).contains(Alike.unspaced(expected));
      return Mark.single(Metric.OPENING, right, expected, text);
    };
  }

  /** Pieces that must be in the text, and pieces that must not. */
  static Expectation segments(List<String> wanted, List<String> unwanted) {
    return found -> {
      String text = Alike.text(found.field(ArticleDraft::text));
      List<String> missing = in(wanted, text, false).toList();
      List<String> extra = in(unwanted, text, true).toList();
      var tally =
          new Tally(
              wanted.size() - missing.size(),
              extra.size(),
              missing.size(),
              unwanted.size() - extra.size());
      return new Mark(Metric.SEGMENTS, tally, joined(missing), joined(extra));
    };
  }

  private static Stream<String> in(List<String> segments, String text, boolean contained) {
    return segments.stream().filter(segment -> text.contains(Alike.text(segment)) == contained);
  }

  private static String joined(List<String> segments) {
    return segments.stream().collect(Collectors.joining(" | "));
  }
}
