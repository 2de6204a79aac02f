package io.copyflow.broker;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a fault that the broker does not survive. Kafka would end the process by itself,
 * silently; here the first such fault is told to a listener as one line, and the listener decides.
 * Thread-safe.
 *
 * <p>Kafka's way out ({@link Exit}) is one per process, so of several brokers in one process only
 * the one started last is heard: enough for tests, and there is no other use.
 */
final class FatalFaults implements AutoCloseable {

  /** So many seconds a start has to fail by itself, once a fault is known; some then hang. */
  private static final int PATIENCE = 5;

  private enum Phase {
    STARTING,
    RUNNING,
    STOPPING,
    TOLD
  }

  private final DiskSpace disk;
  private final Consumer<String> listener;
  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.STARTING);
  private final AtomicReference<@Nullable String> first = new AtomicReference<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(FatalFaults::watchThread);
  private int looks;

  FatalFaults(DiskSpace disk, Consumer<String> listener) {
    this.disk = disk;
    this.listener = listener;
  }

  /** Takes Kafka's way out of the process, and looks at the disk once a second. */
  void install() {
    Exit.setHaltProcedure((status, message) -> fail(reason(message)));
    Exit.setExitProcedure((status, message) -> fail(reason(message)));
    var unused = clock.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  /** From here on a fault is told at once; before, the caller of start learns of it. */
  void running() {
    phase.compareAndSet(Phase.STARTING, Phase.RUNNING);
  }

  /** From here on faults are the noise of an end that was asked for. */
  @Override
  public void close() {
    phase.set(Phase.STOPPING);
    clock.shutdownNow();
  }

  FaultHandlerFactory handlers() {
    return (name, fatal, action) -> fatal ? handler(action) : new LoggingFaultHandler(name, action);
  }

  /** The line for a broker that did not start. */
  String startFailure(Throwable thrown) {
    String known = first.get();
    return "broker did not start: " + (known == null ? reason(rootOf(thrown)) : known);
  }

  /**
   * Kafka notices a write that fails, but it also writes through memory, and when the disk is full
   * some of its threads survive that without making progress.
   */
  void look() {
    if (disk.isFull()) {
      fail(disk.line());
    }
    if (first.get() != null && ++looks > PATIENCE) {
      tell(Phase.STARTING);
    }
  }

  private FaultHandler handler(Runnable action) {
    return (message, cause) -> {
      action.run();
      fail(reason(cause == null ? message : rootOf(cause)));
      return new BrokerFailedException(message, cause);
    };
  }

  private void fail(String line) {
    first.compareAndSet(null, line);
    tell(Phase.RUNNING);
  }

  private void tell(Phase expected) {
    if (phase.compareAndSet(expected, Phase.TOLD)) {
      listener.accept("broker stopped: " + first.get());
    }
  }

  private String reason(@Nullable String said) {
    if (disk.isFull()) {
      return disk.line();
    }
    return (said == null ? "a write to its disk failed" : said)
        + " (data in "
        + disk.directory()
        + "); the log file there says more";
  }

  private static String rootOf(Throwable fault) {
    Throwable root = fault;
    for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    String said = root.getMessage();
    return said == null ? root.getClass().getSimpleName() : said;
  }

  private static Thread watchThread(Runnable task) {
    var thread = new Thread(task, "broker-watch");
    thread.setDaemon(true);
    return thread;
  }
}
