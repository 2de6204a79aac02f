package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.cli.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands over one pipeline, each in a session of its own. */
final class Commands {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final List<String> pipeline;

  private Commands(Path directory, String... pipeline) {
    this.directory = directory;
    this.pipeline = List.of(pipeline);
  }

  /** What a command said and how it ended. */
  record Answer(int exitCode, String out, String err) {}

  /** Commands over the broker of a data directory. */
  static Commands over(Path directory, Path data) {
    return new Commands(directory, "--data-dir", data.toString());
  }

  /** Commands against a broker. */
  static Commands on(Path directory, String bootstrapServer, String topicPrefix) {
    return new Commands(
        directory, "--bootstrap-server", bootstrapServer, "--topic-prefix", topicPrefix);
  }

  /** Commands that need no pipeline. */
  static Commands without(Path directory) {
    return new Commands(directory);
  }

  /** Arguments that point a command at the pipeline, for a process of its own. */
  String[] with(String... command) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(pipeline);
    return all.toArray(String[]::new);
  }

  Answer run(String... command) {
    var session = new Session(directory);
    int exitCode = session.run(with(command));
    return new Answer(exitCode, session.out(), session.err());
  }

  /** Runs a command that has to end well, and returns its standard output. */
  String ok(String... command) {
    Answer answer = run(command);
    assertThat(answer.exitCode()).as("%s: %s", List.of(command), answer.err()).isZero();
    return answer.out();
  }

  JsonNode ledger() {
    return json(run("ledger", "-o", "json").out());
  }

  String digest() {
    return ok("digest").strip();
  }

  /** A topic's records, each with its envelope. */
  List<JsonNode> records(String topic) {
    return ok("consume", topic, "--envelope").lines().map(Commands::json).toList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
