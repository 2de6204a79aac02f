package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.avro.Generation;
import io.copyflow.avro.GenerationState;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.replay.Replay;
import io.copyflow.settings.Settings;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes generations. */
@CommandLine.Command(
    name = "discard",
    header = "Delete generations: topics, progress, and the state folder of this machine.",
    description =
        "Nothing live is touched. A generation that somebody reads for now is refused. One that was"
            + " promoted has nothing to delete.",
    footer = {"", "Example:", "  copyflow replay discard g20310508-101500"})
final class ReplayDiscardCommand extends ReplaySubcommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(
      arity = "1..*",
      paramLabel = "GENERATION",
      description = "Their ids, as replay list shows them.")
  private List<String> ids = List.of();

  ReplayDiscardCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Settings loaded, Cluster cluster)
      throws CommandFailedException, ProfilesException, InterruptedException {
    cluster.prepareTopics(loaded);
    var generations = generations(loaded, cluster);
    var replay = new Replay(site(loaded, cluster));
    for (String id : ids) {
      Generation generation = find(generations, id);
      if (generation.getState() == GenerationState.PROMOTED) {
        throw new CommandFailedException(
            ExitCode.USAGE,
            id
                + " is live; to go back, promote the earlier rules: replay --promote --profiles DIR");
      }
      replay.discard(generation);
      output.print(
          terminal.out(),
          List.of(id + " is discarded"),
          JsonNodeFactory.instance.objectNode().put("id", id).put("discarded", true));
    }
    return ExitCode.OK;
  }
}
