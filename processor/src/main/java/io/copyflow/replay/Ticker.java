package io.copyflow.replay;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something every two seconds, on a thread of its own, until it is closed. */
final class Ticker implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
  private static final int EVERY_SECONDS = 2;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> {
        var made = new Thread(work, "replay-progress");
        made.setDaemon(true);
        return made;
      });

  private Ticker() {}

  static Ticker start(Runnable work) {
    var ticker = new Ticker();
    var unused =
        ticker.thread.scheduleWithFixedDelay(
            () -> orLog(work), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    return ticker;
  }

  /** Progress that cannot be told now is told the next time. */
  private static void orLog(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("cannot tell the progress of a replay: {}", e.toString());
    }
  }

  /** Returns when nothing is being done any more. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      var unused = thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
