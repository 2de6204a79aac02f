package io.copyflow.cli;

import io.copyflow.avro.Generation;
import io.copyflow.replay.Watcher;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says on standard error how a replay goes on: at most a line every ten seconds. */
final class ReplayTalk implements Watcher {

  private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

  private final Terminal terminal;
  private final LongSupplier clock;
  private long startedAt;
  private long doneAtStart = -1;
  private long lastLine;
  private long requested;
  private boolean saidRequested;

  ReplayTalk(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  ReplayTalk(Terminal terminal, LongSupplier clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void reads(Generation generation, boolean again) {
    startedAt = clock.getAsLong();
    lastLine = startedAt;
    doneAtStart = -1;
    terminal.say(
        "generation %s %s the raw topic by rules %s"
            .formatted(
                generation.getId(), again ? "goes on to read" : "reads", generation.getRules()));
  }

  @Override
  public void hasRead(long done, long total) {
    long now = clock.getAsLong();
    if (doneAtStart < 0) {
      doneAtStart = done;
    }
    if (now - lastLine >= INTERVAL || done >= total) {
      lastLine = now;
      terminal.say(
          String.format(
              Locale.ROOT,
              "read %,d of %,d (%d %%)%s",
              done,
              total,
              total == 0 ? 100 : 100 * done / total,
              left(done, total, now - startedAt)));
    }
  }

  /** By the speed since this process began. */
  private String left(long done, long total, long nanos) {
    long read = done - doneAtStart;
    if (done >= total || read <= 0) {
      return "";
    }
    var left = Duration.ofNanos((long) ((double) nanos / read * (total - done)));
    return String.format(
        Locale.ROOT,
        ", %d:%02d:%02d left",
        left.toHours(),
        left.toMinutesPart(),
        left.toSecondsPart());
  }

  @Override
  public void requests(long records) {
    terminal.say(
        String.format(
            Locale.ROOT, "the live pipeline is asked to read %,d records again", records));
  }

  @Override
  public void requested(long records) {
    requested += records;
    if (!saidRequested) {
      saidRequested = true;
      terminal.say(String.format(Locale.ROOT, "asked for %,d so far", requested));
    }
  }
}
