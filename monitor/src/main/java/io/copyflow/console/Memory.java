package io.copyflow.console;

import io.copyflow.action.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the page remembers of a processor: the last minute second by second, the last hour in lines,
 * the latest happenings. Of a bounded size. Used by one thread.
 */
final class Memory {

  private final Window window = new Window();
  private final Trend trend = new Trend();
  private final History history = new History();
  private final Timeline timeline = new Timeline();
  private @Nullable Instant since;

  /**
   * Takes in a look.
   *
   * @param job the latest action that an operator began; null without any
   * @param whole whether the snapshot has to hold the last hour, even if that has not changed
   */
  Snapshot saw(Look look, @Nullable Job job, boolean whole) {
    since = since == null ? look.at() : since;
    window.saw(look.at(), look.counts());
    trend.saw(look);
    Verdict verdict = Judge.of(look, trend);
    timeline.saw(look, verdict);
    timeline.saw(look.at(), job);
    Numbers numbers = Numbers.of(look, window);
    boolean isNewPoint = history.saw(look.at(), numbers);
    return new Snapshot(
        look.at().toEpochMilli(),
        since.toEpochMilli(),
        look.instances(),
        Shown.judgement(verdict),
        numbers,
        whole || isNewPoint ? history.lines() : null,
        Shown.stages(look, window),
        look.counts().dropped(),
        Shown.partitions(look),
        Shown.restore(look),
        Shown.deadLetters(look.counts(), window),
        Shown.publishers(look.counts()),
        timeline.latest(),
        job);
  }
}
