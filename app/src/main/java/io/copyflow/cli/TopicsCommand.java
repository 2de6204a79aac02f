package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.topics.TopicAdmin;
import io.copyflow.topics.TopicProblem;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.TopicState;
import io.copyflow.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The topic catalogue, alone or against a cluster. */
@CommandLine.Command(
    name = "topics",
    header = "Show the topic catalogue; create, check or describe it on a cluster.",
    description =
        "Without an option it prints the catalogue and needs no cluster. --check ends with 1 when"
            + " something differs, and says what to do about it.",
    footer = {"", "Example:", "  copyflow topics --create --bootstrap-server localhost:9092"})
final class TopicsCommand implements Command {

  @Mixin
  private final SettingsOptions settings =
      new SettingsOptions(
          SettingKeys.BOOTSTRAP_SERVER,
          SettingKeys.DATA_DIR,
          SettingKeys.TOPIC_PREFIX,
          SettingKeys.PARTITIONS);

  @Mixin private final OutputOptions output = new OutputOptions();

  @ArgGroup private final Action action = new Action();

  private final Terminal terminal;

  TopicsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  private static final class Action {
    @Option(names = "--create", description = "Create the topics that are missing.")
    private boolean create;

    @Option(names = "--check", description = "Hold the cluster's topics against the catalogue.")
    private boolean check;

    @Option(names = "--describe", description = "Show the topics as the cluster has them.")
    private boolean describe;

    boolean needsCluster() {
      return create || check || describe;
    }
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    var loaded = settings.load(terminal);
    if (!action.needsCluster()) {
      printCatalogue(loaded.topics());
      return ExitCode.OK;
    }
    return onCluster(loaded);
  }

  private int onCluster(Settings loaded) throws Exception {
    try (var cluster = Cluster.open(loaded, terminal);
        var admin = TopicAdmin.connect(loaded.topics(), cluster.client(loaded))) {
      if (action.create) {
        return create(admin, loaded.topics());
      }
      return action.check ? check(admin) : describe(admin);
    }
  }

  private int create(TopicAdmin admin, Topics topics) {
    var created = admin.create();
    var table = new Table("TOPIC", "STATE");
    var items =
        topics.all().stream()
            .map(TopicSpec::name)
            .map(name -> object(Map.of("topic", name, "created", created.contains(name))))
            .toList();
    topics.all().stream()
        .map(TopicSpec::name)
        .forEach(name -> table.row(name, created.contains(name) ? "created" : "was there"));
    output.print(terminal.out(), table.lines(), items);
    return ExitCode.OK;
  }

  private int check(TopicAdmin admin) {
    var problems = admin.check();
    var lines = problems.stream().map(TopicProblem::line).toList();
    output.print(
        terminal.out(),
        lines.isEmpty() ? List.of("all topics are as the catalogue has them") : lines,
        problems.stream().map(TopicsCommand::json).toList());
    return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private int describe(TopicAdmin admin) {
    var states = admin.describe();
    var table = new Table("TOPIC", "PARTITIONS", "REPLICAS", "CLEANUP", "MAX BYTES");
    for (var state : states) {
      table.row(
          state.name(),
          state.partitions(),
          state.replicas(),
          state.config().getOrDefault("cleanup.policy", "?"),
          state.config().getOrDefault("max.message.bytes", "?"));
    }
    output.print(terminal.out(), table.lines(), states.stream().map(TopicsCommand::json).toList());
    return ExitCode.OK;
  }

  private void printCatalogue(Topics topics) {
    var table = new Table("TOPIC", "KEY", "VALUE", "PARTITIONS", "CLEANUP");
    for (var topic : topics.all()) {
      table.row(
          topic.name(),
          topic.key(),
          topic.value().getName(),
          topic.partitions(),
          topic.config().getOrDefault("cleanup.policy", "?"));
    }
    output.print(
        terminal.out(), table.lines(), topics.all().stream().map(TopicsCommand::json).toList());
  }

  private static ObjectNode json(TopicSpec topic) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("topic", topic.name()).put("key", topic.key()).put("value", topic.value().getName());
    node.put("partitions", topic.partitions()).set("config", object(topic.config()));
    return node.put("why", topic.why());
  }

  private static ObjectNode json(TopicState state) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("topic", state.name()).put("partitions", state.partitions());
    node.put("replicas", state.replicas()).set("config", object(state.config()));
    return node;
  }

  private static ObjectNode json(TopicProblem problem) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("topic", problem.topic())
        .put("aspect", problem.aspect())
        .put("found", problem.found())
        .put("wanted", problem.wanted())
        .put("remedy", problem.remedy());
  }

  private static ObjectNode object(Map<String, ?> values) {
    var node = JsonNodeFactory.instance.objectNode();
    new TreeMap<>(values).forEach((key, value) -> node.putPOJO(key, value));
    return node;
  }
}
