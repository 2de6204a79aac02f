package io.copyflow.bench;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A whole command, started as a user starts it but for the launcher: what it takes from its first
 * instruction to its last.
 *
 * @param seconds until it ended
 * @param cpuSeconds of the process, as last seen before it ended
 * @param peakResident the most bytes resident; 0 where the system does not tell
 */
record CommandRun(double seconds, double cpuSeconds, long peakResident) {

  private static final String MAIN = "io.copyflow.cli.Copyflow";
  private static final long LOOK_MS = 5;
  private static final double NANOS = 1e9;

  static CommandRun of(Path log, String... arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(Child.jvm());
    command.add(MAIN);
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(log.toFile())
            .start();
    try {
      return watch(process, start, log, arguments);
    } finally {
      process.destroyForcibly();
    }
  }

  private static CommandRun watch(Process process, long start, Path log, String... arguments)
      throws InterruptedException {
    var cpu = Duration.ZERO;
    long resident = 0;
    while (!process.waitFor(LOOK_MS, TimeUnit.MILLISECONDS)) {
      cpu = process.info().totalCpuDuration().orElse(cpu);
      resident = Math.max(resident, Usage.peakResidentOf(process.pid()));
    }
    double seconds = (System.nanoTime() - start) / NANOS;
    if (process.exitValue() != 0) {
      throw new BenchException(
          String.join(" ", arguments), "it ended with " + process.exitValue(), log);
    }
    return new CommandRun(seconds, cpu.toNanos() / NANOS, resident);
  }
}
