package io.copyflow.action;

import io.copyflow.action.Job.State;
import io.copyflow.http.RefusedException;
import io.copyflow.replay.ReplayException;
import io.copyflow.reread.TurnTakenException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one action at a time, and remembers the latest. Thread-safe. */
final class Worker {

  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(work -> {
        var daemon = new Thread(work, "action");
        daemon.setDaemon(true);
        return daemon;
      });
  private long begun;
  private @Nullable Action action;
  private @Nullable Job job;
  private @Nullable Result result;

  /**
   * Begins an action and returns.
   *
   * @throws RefusedException when another one runs
   */
  synchronized Job begin(Action next) throws RefusedException {
    if (job != null && job.isOpen()) {
      throw new RefusedException(
          "one action at a time: “%s” is still at work".formatted(job.title()));
    }
    Job first = Job.begun(++begun, next);
    action = next;
    job = first;
    result = null;
    thread.execute(() -> run(next));
    return first;
  }

  synchronized Actions.Told told() {
    return new Actions.Told(job, result);
  }

  /** Asks what runs to end. */
  Actions.Told stop() {
    Action running = toStop();
    if (running != null) {
      // Not under the lock: it may wait for others, who tell their progress.
      running.stop();
    }
    return told();
  }

  private synchronized @Nullable Action toStop() {
    if (job == null || job.state() != State.RUNNING) {
      return null;
    }
    job = job.stopping();
    return action;
  }

  private void run(Action next) {
    try {
      Result came = next.run(this::progress);
      end(came.stopped() ? State.STOPPED : State.DONE, came.summary(), came);
    } catch (CancellationException | InterruptedException | InterruptException e) {
      end(State.STOPPED, "Stopped. Begun again, it goes on from there.", null);
    } catch (RefusedException | ReplayException | TurnTakenException | ApiException e) {
      // What the cluster refuses, it refuses in words for operators.
      LOG.warn("an action could not go on: {}", e.getMessage());
      end(State.FAILED, String.valueOf(e.getMessage()), null);
    } catch (Exception e) {
      LOG.warn("an action failed", e);
      end(State.FAILED, "It failed; the log says why.", null);
    }
  }

  private synchronized void progress(String what, long done, long total) {
    if (job != null) {
      job = job.at(what, done, total);
    }
  }

  private synchronized void end(State how, String what, @Nullable Result came) {
    if (job != null) {
      job = job.ended(how, what);
      result = came;
      LOG.info("ended as {}: {}: {}", how, job.command(), what);
    }
  }

  /** Ends what runs; whether that was done in time. */
  boolean close(long time, TimeUnit unit) throws InterruptedException {
    var unused = stop();
    thread.shutdownNow();
    return thread.awaitTermination(time, unit);
  }
}
