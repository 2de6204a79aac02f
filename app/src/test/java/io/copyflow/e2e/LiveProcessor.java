package io.copyflow.e2e;

import io.copyflow.cli.Session;
import java.nio.file.Path;

/** The live processor of a test, in the test's process. */
final class LiveProcessor implements AutoCloseable {

  private final Session session;
  private final Thread thread;

  private LiveProcessor(Path directory, String[] command) {
    session = new Session(directory);
    thread = new Thread(() -> session.run(command), "live processor");
    thread.start();
  }

  /** Starts one in a directory, by its whole command; returns at once. */
  static LiveProcessor start(Path directory, String... command) {
    return new LiveProcessor(directory, command);
  }

  /** Ends it in order, and waits. */
  @Override
  public void close() throws InterruptedException {
    session.interrupt();
    thread.join();
  }
}
