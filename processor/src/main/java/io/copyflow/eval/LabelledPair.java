package io.copyflow.eval;

import io.copyflow.extract.Extractor;
import java.io.IOException;
import java.util.List;

/**
 * Two documents and what their label says of them.
 *
 * @param dataset its dataset
 * @param relation as the label names it; stands for the publisher in reports
 * @param one the one
 * @param other the other
 * @param metric {@link Metric#ONE_ARTICLE} or {@link Metric#LINKED}
 */
record LabelledPair(String dataset, String relation, Member one, Member other, Metric metric)
    implements Row {

  @Override
  public Verdict score(Extractor extractor) {
    try {
      Member.Seen first = one.see(extractor);
      Member.Seen second = other.see(extractor);
      return metric == Metric.LINKED && first.text().isEmpty() && second.text().isEmpty()
          ? skipped(one, "neither it nor " + other.name() + " has a text")
          : new FileScore(dataset, relation, id(), one.name(), List.of(mark(first, second)));
    } catch (IOException e) {
      return skipped(one, Reasons.of(e) + " (or " + other.name() + ")");
    }
  }

  private Mark mark(Member.Seen first, Member.Seen second) {
    return metric == Metric.ONE_ARTICLE
        ? Mark.single(metric, first.isSameArticle(second), first.article(), second.article())
        : linked(first, second);
  }

  private static Mark linked(Member.Seen first, Member.Seen second) {
    int from = firstDifference(first.text(), second.text());
    return Mark.single(
        Metric.LINKED,
        first.isSameArticle(second) || first.isSameContent(second),
        first.text().substring(from),
        second.text().substring(from));
  }

  private static int firstDifference(String one, String other) {
    int i = 0;
    while (i < one.length() && i < other.length() && one.charAt(i) == other.charAt(i)) {
      i++;
    }
    return i;
  }

  private String id() {
    return one.name() + " = " + other.name();
  }

  private Skipped skipped(Member member, String reason) {
    return new Skipped(dataset, id(), member.name() + ": " + reason);
  }
}
