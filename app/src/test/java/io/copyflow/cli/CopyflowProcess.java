package io.copyflow.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Copyflow in a process of its own, so that a test can send it signals. */
public final class CopyflowProcess implements AutoCloseable {

  private final Process process;
  private final BufferedReader err;
  private final StringBuffer said = new StringBuffer();

  private CopyflowProcess(Process process) {
    this.process = process;
    this.err = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
  }

  /** Starts a command in a directory. */
  public static CopyflowProcess start(Path directory, String... arguments) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                // It lives for seconds: what the second compiler gains takes longer to come.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Copyflow.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("XDG_DATA_HOME", directory.toString());
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return new CopyflowProcess(builder.start());
  }

  /** Reads standard error up to a line that holds the text, and returns the line. */
  public String awaitStandardError(String text) throws IOException {
    for (var line = err.readLine(); line != null; line = err.readLine()) {
      said.append(line).append('\n');
      if (line.contains(text)) {
        return line;
      }
    }
    throw new IOException("ended without saying '" + text + "': " + said);
  }

  /** Goes on reading standard error, so that whoever logs much is not held up by a full pipe. */
  public void drainStandardError() {
    var drain =
        new Thread(
            () -> err.lines().forEach(line -> said.append(line).append('\n')), "standard error");
    drain.setDaemon(true);
    drain.start();
  }

  /** Sends a signal by its name. */
  public void signal(String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Ends it as a crash does, and waits until it is gone. */
  public int kill() throws InterruptedException {
    process.destroyForcibly();
    return process.waitFor();
  }

  /** Completes when the process has ended. */
  public CompletableFuture<?> onExit() {
    return process.onExit();
  }

  /** Waits for the end. */
  public int exitCode() throws Exception {
    err.lines().forEach(line -> said.append(line).append('\n'));
    return process.waitFor();
  }

  /** What it said on standard error, as far as it was read. */
  public String standardError() {
    return said.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
