package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.topics.TopicAdmin;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.PipelineObserver;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes what is derived, so that the next processor derives it anew. */
@CommandLine.Command(
    name = "rebuild",
    header = "Delete everything that is derived from the raw topic, to derive it again.",
    description = {
      "Deletes articles, outcomes, dead letters, requests to read records again, and the"
          + " processor's state and progress; the raw"
          + " topic and withdrawals stay. The next processor starts from the first raw record and"
          + " comes to the same articles, or with other rules to those of the rules. Consumers"
          + " see the topics created anew.",
      "",
      "Without --yes it names what it would delete. Stop all processors first, and delete the state"
          + " folders of those on other machines."
    },
    footer = {"", "Example:", "  copyflow rebuild --bootstrap-server localhost:9092 --yes"})
final class RebuildCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--yes", description = "Delete.")
  private boolean yes;

  RebuildCommand(Terminal terminal) {
    super(terminal, "application.id", "state.dir", SettingKeys.PARTITIONS);
  }

  @Override
  int run(Settings loaded, Cluster cluster)
      throws CommandFailedException, ProfilesException, InterruptedException {
    try (var pipeline = ProcessCommand.pipeline(loaded, cluster, terminal, PipelineObserver.NONE)) {
      List<String> topics = pipeline.derivedTopics();
      if (yes) {
        delete(pipeline, loaded, cluster);
      }
      String done = yes ? "deleted" : "would be deleted";
      output.print(
          terminal.out(),
          topics.stream().map(topic -> topic + " " + done).toList(),
          topics.stream()
              .map(topic ->
                  JsonNodeFactory.instance.objectNode().put("topic", topic).put("deleted", yes))
              .toList());
      String next = yes ? "start a processor to derive all of it again" : "--yes deletes them";
      terminal.say(next);
      return ExitCode.OK;
    }
  }

  /** Deletes all that is derived, and leaves empty topics to derive it into. */
  static void delete(Pipeline pipeline, Settings loaded, Cluster cluster)
      throws CommandFailedException, InterruptedException {
    if (!pipeline.deleteDerived()) {
      throw new CommandFailedException(
          ExitCode.FAILED, "a processor works on this cluster; stop all of them, then try again");
    }
    try (var admin = TopicAdmin.connect(loaded.topics(), cluster.client(loaded))) {
      var unused = admin.create();
    }
  }
}
