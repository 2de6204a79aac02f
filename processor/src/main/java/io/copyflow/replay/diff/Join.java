package io.copyflow.replay.diff;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.ledger.LedgerSettings;
import io.copyflow.ledger.Position;
import io.copyflow.ledger.sort.ExternalSort;
import io.copyflow.ledger.sort.Groups;
import io.copyflow.ledger.sort.TempSpace;
import io.copyflow.replay.diff.DiffReport.ArticleChange;
import java.util.Iterator;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two sides' outcomes and articles, joined by article and then by raw record: filled first, in any
 * order but that of each topic's partition, then walked once. Constant memory. Knows no cluster.
 */
final class Join implements AutoCloseable {

  /** Sorts that are filled at a time: articles, evidence, and the two of what differs. */
  private static final int SHARES = 4;

  private final Scope scope;
  private final Groups groups;
  private final ExternalSort articles;
  private final ExternalSort evidence;
  private final ExternalSort otherReadings;
  private final ExternalSort otherVerdicts;

  Join(Scope scope, LedgerSettings space, BooleanSupplier stopped) {
    this.scope = scope;
    this.groups = new Groups(stopped);
    var disk = new TempSpace(space.tempDir(), LedgerSettings.TEMP_DIR);
    long share = space.memoryBytes() / SHARES;
    articles = new ExternalSort(share, disk);
    evidence = new ExternalSort(share, disk);
    otherReadings = new ExternalSort(share, disk);
    otherVerdicts = new ExternalSort(share, disk);
  }

  /**
   * An outcome of one side.
   *
   * @param loggedOffset where it lies in its partition
   */
  void outcome(Side side, long loggedOffset, Outcome outcome) {
    var raw = Position.of(outcome.getRaw());
    evidence.add(Evidence.outcome(raw, side, loggedOffset, Judged.of(outcome)));
  }

  /** An article of one side, or its tombstone. */
  void article(Side side, Position logged, String articleId, @Nullable Article article) {
    Shown.Content content = article == null ? null : Shown.Content.of(article);
    articles.add(new Shown(articleId, side, logged, content).toBytes());
  }

  /**
   * What differs. Once.
   *
   * @param contents shows what an article says on both sides
   */
  DiffReport report(String rules, int mostWorst, Function<Change, ArticleChange> contents) {
    groups.walk(articles, Shown::from, Shown::articleId, id -> new ArticleGroup(evidence, scope));
    articles.close();
    var tally = new Tally(otherReadings, otherVerdicts, mostWorst);
    groups.walk(evidence, Evidence::from, Evidence::raw, raw -> new RecordGroup(raw, scope, tally));
    evidence.close();
    return tally.report(rules, contents);
  }

  /** Raw records that are read otherwise, in their order; once, after the report. */
  Iterator<Request> otherReadings() {
    return requests(otherReadings);
  }

  /** Raw records that come out otherwise because others do, likewise. */
  Iterator<Request> otherVerdicts() {
    return requests(otherVerdicts);
  }

  private static Iterator<Request> requests(ExternalSort sort) {
    Iterator<byte[]> sorted = sort.sorted();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return sorted.hasNext();
      }

      @Override
      public Request next() {
        return Request.from(sorted.next());
      }
    };
  }

  @Override
  public void close() {
    articles.close();
    evidence.close();
    otherReadings.close();
    otherVerdicts.close();
  }
}
