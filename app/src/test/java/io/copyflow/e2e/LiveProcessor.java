package io.copyflow.e2e;

import io.copyflow.cli.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The live processor of a test, in the test's process. */
final class LiveProcessor implements AutoCloseable {

  private final Session session;
  private final Thread thread;

  private LiveProcessor(Path directory, String[] command) {
    session = new Session(directory);
    thread = new Thread(() -> session.run(command), "live processor");
    thread.start();
  }

  /** Starts one by the rules of a folder; returns at once. */
  static LiveProcessor start(Path directory, Commands commands, String rules) {
    var command = new ArrayList<>(List.of("process", "--profiles", rules));
    return new LiveProcessor(directory, commands.with(command.toArray(String[]::new)));
  }

  /** Ends it in order, and waits. */
  @Override
  public void close() throws InterruptedException {
    session.interrupt();
    thread.join();
  }
}
