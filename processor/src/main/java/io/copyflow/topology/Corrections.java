package io.copyflow.topology;

import static io.copyflow.identity.Ruling.Part.TEXT;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.RawPosition;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Ruling;
import io.copyflow.identity.Standing;
import io.copyflow.topics.Keys;
import io.copyflow.topology.PipelineObserver.Decision;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Writes what differs between what an article was and what it is: in order, that is one outcome and
 * perhaps one revision; out of order, the corrections as well. Used by one task.
 *
 * <p>A correction may need the text of a record that was read by earlier rules, and that today's
 * read otherwise. What rests on it is not written then; it is asked to be read again, and when that
 * is done, everything from there on is written.
 */
final class Corrections {

  private final ProcessorContext<String, @Nullable SpecificRecord> context;
  private final Recall recall;
  private final Verdicts verdicts;
  private final PipelineObserver observer;
  private final long startedAt;

  Corrections(
      ProcessorContext<String, @Nullable SpecificRecord> context,
      Recall recall,
      Verdicts verdicts,
      PipelineObserver observer) {
    this.context = context;
    this.observer = observer;
    this.startedAt = context.currentSystemTimeMs();
    this.recall = recall;
    this.verdicts = verdicts;
  }

  /**
   * What became of an article.
   *
   * @param article all that is known of it now
   * @param logEnd mark of what the log of articles ends with, from before the change
   * @param trigger what changed it
   * @param readAgain the new reading of a raw record, which is told of however little differs; null
   *     where there is none
   */
  record Change(
      KnownArticles.Known article,
      long logEnd,
      Standing before,
      Standing after,
      Trigger trigger,
      @Nullable NewReading readAgain) {

    /** Whether a raw record has a new reading. */
    private boolean isReadAgain(RawRef raw) {
      return readAgain != null && readAgain.raw().equals(raw);
    }
  }

  /**
   * A new reading of a raw record.
   *
   * @param otherwise whether it shows another content: what is compared with it is told again
   */
  record NewReading(RawRef raw, boolean otherwise) {}

  /**
   * Writes the difference.
   *
   * @param cause what changed the article; its key is the article, its time that of what is written
   */
  void write(Record<String, ?> cause, Change change) {
    var writing = new Writing(cause, change);
    writing.publish(change.before().published(), change.after().published());
    writing.rule();
  }

  /** Writes one change. */
  private final class Writing {

    private final Record<String, ?> cause;
    private final Change change;
    private final Set<RawRef> asked = new HashSet<>();

    Writing(Record<String, ?> cause, Change change) {
      this.cause = cause;
      this.change = change;
    }

    void rule() {
      change
          .after()
          .history()
          .rulings()
          .forEach((raw, ruling) -> {
            if (isNew(raw, ruling)) {
              settleUp(raw, ruling);
            }
          });
    }

    /** Tells a verdict, unless it is told already; where it cannot be told, it is owed. */
    private void settleUp(RawRef raw, Ruling ruling) {
      boolean force = change.isReadAgain(raw) || restsOnOther(ruling);
      Long owed = sighted(raw).owed();
      if (canBeTold(raw, ruling)) {
        if (force || owed == null || owed != markOf(raw, ruling, change.after())) {
          tell(raw, ruling);
        }
        owe(raw, null);
      } else if (force) {
        owe(raw, LogEnd.UNKNOWN);
      } else if (owed == null) {
        owe(raw, markOf(raw, change.before().history().rulings().get(raw), change.before()));
      }
    }

    private void owe(RawRef raw, @Nullable Long mark) {
      if (!Objects.equals(sighted(raw).owed(), mark)) {
        change.article().put(sighted(raw).withOwed(mark));
      }
    }

    private long markOf(RawRef raw, @Nullable Ruling ruling, Standing standing) {
      return ruling == null
          ? LogEnd.UNKNOWN
          : LogEnd.of(ruling, standing.withdrawn(), sighted(raw).attempt());
    }

    private void tell(RawRef raw, Ruling ruling) {
      Outcome outcome = verdicts.ruled(cause.key(), recall.facts(raw), ruling, recall);
      outcome.setWithdrawn(change.after().withdrawn());
      outcome.setAttempt(sighted(raw).attempt());
      if (ruling instanceof Ruling.Revised revised) {
        outcome.setOtherAttempt(sighted(revised.before()).attempt());
      }
      outcome.setCause(change.trigger().cause());
      outcome.setGeneration(change.trigger().generation());
      observer.decided(decision(outcome, change.before().history().rulings().get(raw)));
      forward(Keys.of(outcome.getRaw()), outcome);
    }

    private Decision decision(Outcome outcome, @Nullable Ruling before) {
      long ingestedAt = outcome.getIngestedAt().toEpochMilli();
      return new Decision(
          outcome.getKind(),
          before == null ? null : Verdicts.kind(before),
          null,
          ingestedAt,
          ingestedAt >= startedAt);
    }

    private boolean isNew(RawRef raw, Ruling ruling) {
      return !change.after().ruledAs(change.before(), raw)
          || change.isReadAgain(raw)
          || sighted(raw).owed() != null
          || restsOnOther(ruling);
    }

    /** Whether a verdict compares with a record that is read otherwise now. */
    private boolean restsOnOther(Ruling ruling) {
      NewReading again = change.readAgain();
      return again != null
          && again.otherwise()
          && ruling instanceof Ruling.Revised revised
          && revised.changed().contains(TEXT)
          && revised.before().equals(again.raw());
    }

    private boolean canBeTold(RawRef raw, Ruling ruling) {
      return ruling instanceof Ruling.Revised revised && revised.changed().contains(TEXT)
          ? stillShows(revised.before()) && stillShows(raw)
          : stillReads(raw);
    }

    /**
     * Writes the revisions from the first that differs, so that the log always ends in the latest;
     * what the log ends in already is not written again.
     */
    void publish(List<RawRef> before, List<RawRef> after) {
      if (before.equals(after) && after.stream().noneMatch(change::isReadAgain)) {
        return;
      }
      long end = change.logEnd();
      boolean endsInLatest = true;
      if (after.isEmpty() && end != LogEnd.NOTHING) {
        forward(cause.key(), null);
        end = LogEnd.NOTHING;
      }
      for (int i = same(before, after); i < after.size(); i++) {
        RawRef superseded = i == 0 ? null : after.get(i - 1);
        endsInLatest = stillShows(after.get(i)) && (superseded == null || stillReads(superseded));
        long mark = change.article().markOf(after, i + 1);
        if (endsInLatest && end != mark) {
          forward(cause.key(), article(i + 1, after.get(i), superseded));
          end = mark;
        }
      }
      change.article().setLogEnd(endsInLatest ? null : end);
    }

    /** How many revisions are what they were, of those that need not be the last one written. */
    private int same(List<RawRef> before, List<RawRef> after) {
      int same = 0;
      while (same < Math.min(before.size(), after.size() - 1)
          && before.get(same).equals(after.get(same))
          && !change.isReadAgain(after.get(same))) {
        same++;
      }
      return same;
    }

    private Article article(int revision, RawRef raw, @Nullable RawRef superseded) {
      Article article = recall.article(raw);
      article.setRevision(revision);
      article.setSupersedes(
          superseded == null ? null : recall.facts(superseded).content().asWritten().value());
      article.setAttempt(sighted(raw).attempt());
      article.setCause(change.trigger().cause());
      article.setGeneration(change.trigger().generation());
      return article;
    }

    private boolean stillReads(RawRef raw) {
      return recall.stillReads(raw, cause.key(), sighted(raw).sighting().content()) || ask(raw);
    }

    private boolean stillShows(RawRef raw) {
      return recall.stillShows(raw, cause.key(), sighted(raw).sighting().content()) || ask(raw);
    }

    /** Asks for a record to be read again, once; false, for it cannot be told of now. */
    private boolean ask(RawRef raw) {
      if (asked.add(raw)) {
        RawPosition at = verdicts.position(raw);
        var request =
            Requests.ofOutdated(
                at,
                Keys.document(recall.document(raw)),
                cause.key(),
                sighted(raw),
                context.currentSystemTimeMs());
        // By the clock: the topic of requests has a time limit.
        context.forward(
            new Record<>(Keys.of(at), request, request.getRequestedAt().toEpochMilli()));
      }
      return false;
    }

    private Sighted sighted(RawRef raw) {
      return Objects.requireNonNull(change.article().find(raw));
    }

    private void forward(String key, @Nullable SpecificRecord value) {
      context.forward(new Record<>(key, value, cause.timestamp()));
    }
  }
}
