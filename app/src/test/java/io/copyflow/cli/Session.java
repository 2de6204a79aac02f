package io.copyflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** A user at a terminal, in a directory, with an empty environment. */
public final class Session {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final StopSignal stop = new StopSignal();
  private final Terminal terminal;

  /** A session in a directory. */
  public Session(Path directory) {
    terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Map.of("XDG_DATA_HOME", directory.toAbsolutePath().toString()),
            directory);
  }

  /** Runs a command and returns its exit code. */
  public int run(String... arguments) {
    return Copyflow.execute(terminal, stop, arguments);
  }

  /** What was said on standard output. */
  public String out() {
    return out.toString(UTF_8);
  }

  /** What was said on standard error. */
  public String err() {
    return err.toString(UTF_8);
  }

  /** Asks the command that runs to end, as a signal does. */
  public void interrupt() {
    stop.request();
  }

  StopSignal stop() {
    return stop;
  }
}
