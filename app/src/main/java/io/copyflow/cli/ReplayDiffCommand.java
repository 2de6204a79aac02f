package io.copyflow.cli;

import io.copyflow.avro.Generation;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.replay.Replay;
import io.copyflow.replay.diff.DiffReport;
import io.copyflow.settings.Settings;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What a generation would change. */
@CommandLine.Command(
    name = "diff",
    header = "Hold a generation that has read all against the live outputs, once more.",
    description = "The same report that replay ends with, as far as the generation has read.",
    footer = {"", "Example:", "  copyflow replay diff g20310508-101500 -o json | jq .fields"})
final class ReplayDiffCommand extends ReplaySubcommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final WorstOption worst = new WorstOption();

  @Parameters(paramLabel = "GENERATION", description = "Its id, as replay list shows it.")
  private String id = "";

  private final StopSignal stop;

  ReplayDiffCommand(Terminal terminal, StopSignal stop) {
    super(terminal);
    this.stop = stop;
  }

  @Override
  int run(Settings loaded, Cluster cluster)
      throws CommandFailedException, ProfilesException, InterruptedException {
    cluster.prepareTopics(loaded);
    Generation generation = find(generations(loaded, cluster), id);
    switch (generation.getState()) {
      case READY, PROMOTING -> {}
      default ->
          throw new CommandFailedException(
              ExitCode.FAILED,
              "generation %s is %s; only one that is READY can be compared"
                  .formatted(id, generation.getState()));
    }
    var replay = new Replay(site(loaded, cluster));
    stop.onRequest(replay::stop);
    try {
      DiffReport report = replay.diff(generation, worst.most());
      output.print(terminal.out(), DiffText.of(report), DiffJson.of(report));
      return ExitCode.OK;
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED;
    }
  }
}
