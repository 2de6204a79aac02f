package io.copyflow.e2e;

import io.copyflow.cli.CopyflowProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A processor as a process of its own, whose state outlives it. */
final class Processor implements AutoCloseable {

  private final String name;
  private final Path directory;
  private final Commands commands;
  private CopyflowProcess process;

  private Processor(String name, Path directory, Commands commands) {
    this.name = name;
    this.directory = directory;
    this.commands = commands;
  }

  static Processor start(String name, Path directory, Commands commands) throws IOException {
    var processor = new Processor(name, directory, commands);
    processor.start();
    return processor;
  }

  /** Starts it, for the first time or again. */
  void start() throws IOException {
    process =
        CopyflowProcess.start(
            directory, commands.with("process", "--state-dir", state().toString()));
    process.awaitStandardError("processing ");
    process.drainStandardError();
  }

  CopyflowProcess process() {
    return process;
  }

  Path state() {
    return directory.resolve("state-" + name);
  }

  void deleteState() throws IOException {
    try (var all = Files.walk(state())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Override
  public String toString() {
    return name;
  }

  @Override
  public void close() {
    process.close();
  }
}
