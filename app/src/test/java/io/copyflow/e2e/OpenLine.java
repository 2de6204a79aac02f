package io.copyflow.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline on a broker that stays open: topics, application and state of its own, and a processor
 * in the test's process. Several share a broker, and a processor stays as long as its rules do:
 * what most tests would wait for is a broker or a processor that starts.
 */
final class OpenLine implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Path directory;
  private final String name;
  private final OpenBroker broker;
  private final Commands commands;
  private @Nullable LiveProcessor processor;

  private OpenLine(Path directory, String name, OpenBroker broker) {
    this.directory = directory;
    this.name = name;
    this.broker = broker;
    this.commands = Commands.on(directory, broker.address(), prefix());
  }

  /**
   * A new one; its settings lie in a folder of its name.
   *
   * @param settings lines of its settings file
   */
  static OpenLine on(OpenBroker broker, Path parent, String name, String... settings)
      throws Exception {
    var line = new OpenLine(Files.createDirectories(parent.resolve(name)), name, broker);
    line.set(settings);
    line.commands.ok("topics", "--create");
    return line;
  }

  /** Settings for what starts from now on; what is not named has its default again. */
  void set(String... settings) throws Exception {
    var lines = new ArrayList<>(List.of(settings));
    lines.add("application.id=" + name);
    // Keys meet across partitions as they do with more, and half as many stores are opened.
    lines.add("partitions=2");
    lines.add("http.port=-1");
    Files.write(directory.resolve("copyflow.properties"), lines);
  }

  /** The folder that commands run in. */
  Path directory() {
    return directory;
  }

  String prefix() {
    return name + ".";
  }

  Commands commands() {
    return commands;
  }

  /** The state folder of its processor. */
  Path state() {
    return directory.resolve("copyflow").resolve("state");
  }

  /** Starts the processor; returns when it is a member of its group. */
  void start(String... options) {
    var command = new ArrayList<>(List.of("process"));
    command.addAll(List.of(options));
    processor = LiveProcessor.start(directory, commands.with(command.toArray(String[]::new)));
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      // A group that is not there yet is an exception.
      await().atMost(PATIENCE).ignoreExceptions().until(() -> hasMembers(admin));
    }
  }

  private boolean hasMembers(Admin admin) throws Exception {
    var group = admin.describeConsumerGroups(List.of(name)).all().get().get(name);
    return group != null && !group.members().isEmpty();
  }

  /** Stops the processor in order, and has its group forget it, as the end of its session would. */
  void stop() throws Exception {
    if (processor != null) {
      processor.close();
      processor = null;
      try (var admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
        var everybody = new RemoveMembersFromConsumerGroupOptions();
        admin.removeMembersFromConsumerGroup(name, everybody).all().get();
      }
    }
  }

  /** Ingests folders, and waits until all is judged. */
  void ingest(String... roots) {
    var command = new ArrayList<>(List.of("ingest"));
    command.addAll(List.of(roots));
    commands.ok(command.toArray(String[]::new));
    awaitJudged();
  }

  /** Waits until every raw record has its outcome. */
  void awaitJudged() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(commands.ledger().get("pending").asInt()).isZero());
  }

  /** The ledger, which holds. */
  JsonNode verified() {
    JsonNode verified = Commands.json(commands.ok("ledger", "--verify", "-o", "json"));
    assertThat(verified.get("balanced").asBoolean()).isTrue();
    return verified;
  }

  @Override
  public void close() throws Exception {
    stop();
  }
}
