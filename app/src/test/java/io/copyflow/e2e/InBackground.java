package io.copyflow.e2e;

import static org.awaitility.Awaitility.await;

import io.copyflow.cli.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A command that goes on while its test does something else. */
final class InBackground {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Session session;
  private final CompletableFuture<Integer> exitCode;

  private InBackground(Path directory, String[] command) {
    session = new Session(directory);
    exitCode = CompletableFuture.supplyAsync(() -> session.run(command));
  }

  static InBackground start(Path directory, String... command) {
    return new InBackground(directory, command);
  }

  /** Waits until it has said something on standard error; fails where it ends before. */
  InBackground awaitSaid(String text) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> session.err().contains(text) || exitCode.isDone());
    if (!session.err().contains(text)) {
      throw new AssertionError("ended without saying '" + text + "': " + session.err());
    }
    return this;
  }

  /** Ctrl-C. */
  InBackground interrupt() {
    session.interrupt();
    return this;
  }

  /** Waits for its end. */
  int exitCode() {
    return exitCode.join();
  }

  String err() {
    return session.err();
  }

  String out() {
    return session.out();
  }
}
