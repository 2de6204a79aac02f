package io.copyflow.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
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
final class FatalFaults {

  /** Below this, a failed write has one likely cause. */
  private static final long NEARLY_FULL_BYTES = 1 << 20;

  private final Path directory;
  private final Consumer<String> listener;
  private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile boolean running;

  FatalFaults(Path directory, Consumer<String> listener) {
    this.directory = directory;
    this.listener = listener;
  }

  /** Takes Kafka's way out of the process, from here on. */
  void install() {
    Exit.setHaltProcedure((status, message) -> fail(message));
    Exit.setExitProcedure((status, message) -> fail(message));
  }

  /** From here on a fault is told to the listener; before, the caller of start learns of it. */
  void running() {
    running = true;
  }

  /** From here on faults are the noise of an end that was asked for. */
  void stopping() {
    running = false;
  }

  FaultHandlerFactory handlers() {
    return (name, fatal, action) ->
        fatal ? (message, cause) -> fatal(message, cause, action) : logging(name, action);
  }

  /** The line for a broker that did not start. */
  String startFailure(Throwable thrown) {
    var fault = first.get();
    return "broker did not start: " + reason(fault == null ? thrown : fault);
  }

  private RuntimeException fatal(String message, Throwable cause, Runnable action) {
    first.compareAndSet(null, cause);
    action.run();
    fail(message);
    return new BrokerFailedException(message, cause);
  }

  private static FaultHandler logging(String name, Runnable action) {
    return new LoggingFaultHandler(name, action);
  }

  private void fail(@Nullable String message) {
    if (running && told.compareAndSet(false, true)) {
      var fault = first.get();
      listener.accept("broker stopped: " + (fault == null ? reason(message) : reason(fault)));
    }
  }

  private String reason(Throwable fault) {
    Throwable root = fault;
    for (var cause = fault.getCause(); cause != null; cause = cause.getCause()) {
      root = cause;
    }
    String said = root.getMessage();
    return reason(said == null ? root.getClass().getSimpleName() : said);
  }

  private String reason(@Nullable String said) {
    if (usableBytes() < NEARLY_FULL_BYTES) {
      return "the disk that holds " + directory + " is full; make room and start again";
    }
    return (said == null ? "a write to its disk failed" : said)
        + " (data in "
        + directory
        + "); the log file there says more";
  }

  private long usableBytes() {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
