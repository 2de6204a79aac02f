package io.copyflow.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * SIGINT and SIGTERM as an orderly end: what runs is told to stop and given time to close; then the
 * process ends with 130 or 143. Whoever is slower than that loses nothing, since everything here
 * survives {@code kill -9}. Thread-safe.
 */
final class StopSignal {

  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile Runnable stop = () -> {};

  /** Begins to listen for the process's signals. */
  static StopSignal install(PrintStream err) {
    var signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> signal.shutdown(err), "stop-signal"));
    return signal;
  }

  /** Asks for the end, as a signal does. */
  void request() {
    requested.countDown();
    stop.run();
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** What makes the work that runs now return; replaces what was set before. Runs in any case. */
  void onRequest(Runnable work) {
    stop = work;
    if (isRequested()) {
      work.run();
    }
  }

  /** Waits until the end is asked for. */
  void await() throws InterruptedException {
    requested.await();
  }

  /** The command has returned; the process may end. */
  void finished() {
    finished.countDown();
  }

  private void shutdown(PrintStream err) {
    // The hook also runs when the process ends by itself.
    if (finished.getCount() == 0) {
      return;
    }
    err.println("copyflow: stopping");
    request();
    try {
      if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        err.println("copyflow: did not stop within " + PATIENCE_SECONDS + " s; ending anyway");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
