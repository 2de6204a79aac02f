package io.copyflow.monitor;

import io.copyflow.topology.Seldom;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One thread that does the same again and again, whatever comes of it. */
final class Rounds implements AutoCloseable {

  /** What is done in a round. */
  interface Round {
    /** Does it. */
    void run() throws Exception;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final long CLOSING_SECONDS = 5;

  private final Seldom failures = new Seldom(LOG, Level.WARN, "could not look at the processor");

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> {
        var daemon = new Thread(work, "monitor");
        daemon.setDaemon(true);
        return daemon;
      });

  /** Begins at once; {@code interval} lies between the end of a round and the next. */
  Rounds(Duration interval, Round round) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> run(round), 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run(Round round) {
    try {
      round.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // The next round may do better, and what is watched must not fall with its watcher.
      failures.say(e.getClass().getSimpleName(), String.valueOf(e.getMessage()), e);
    }
  }

  /** Ends after the round in hand, which is interrupted. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("a look at the processor takes long; left behind");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
