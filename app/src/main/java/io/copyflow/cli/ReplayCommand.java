package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.avro.Generation;
import io.copyflow.replay.Replay;
import io.copyflow.replay.Site;
import io.copyflow.replay.diff.DiffReport;
import io.copyflow.settings.Settings;
import io.copyflow.topology.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Other rules beside the live ones: what they would change, and how to make them live. */
@CommandLine.Command(
    name = "replay",
    header = "Run the raw topic through other rules, show what they change, promote only that.",
    description = {
      "Reads all raw records again by the rules of this build and of --profiles, into a generation"
          + " of its own: the live topics, state and progress are not touched. Then it shows what"
          + " would change: per field and publisher, outcomes that flip, the articles that change"
          + " most. Filters choose what is compared and promoted; all is read, since what is a copy"
          + " depends on all.",
      "",
      "Without --dry-run and --promote the generation stays: replay list, diff, discard; the same"
          + " command with --promote goes on with it. So does the same command after an"
          + " interruption, on any machine.",
      "",
      "By default it leaves half a processor core's time to others; --rate sets a pace instead."
    },
    footer = {
      "",
      "Examples:",
      "  copyflow replay --profiles mine --dry-run",
      "  copyflow replay --profiles mine --source dw --since 2031-05-01 -o json | jq .fields",
      "  copyflow replay --profiles mine --promote"
    })
final class ReplayCommand extends ReplaySubcommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final FilterOptions filter = new FilterOptions();

  @Mixin private final WorstOption worst = new WorstOption();

  @ArgGroup private final Ending ending = new Ending();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Read at most N records a second; 0: as fast as it goes (default: at half speed).")
  private @Nullable Integer rate;

  private static final class Ending {
    @Option(names = "--dry-run", description = "Show what would change, and leave nothing behind.")
    private boolean dryRun;

    @Option(
        names = "--promote",
        description =
            "Make it live: the records that are read otherwise are read again by the live"
                + " pipeline, which must run the same rules.")
    private boolean promote;
  }

  private final StopSignal stop;

  ReplayCommand(Terminal terminal, StopSignal stop) {
    super(terminal);
    this.stop = stop;
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws Exception {
    cluster.prepareTopics(loaded);
    Site site = site(loaded, cluster);
    var chosen = filter.filter(new ExtractionRules(site.extractor()));
    var talk = new ReplayTalk(terminal);
    var replay = new Replay(site);
    stop.onRequest(replay::stop);
    try {
      Generation generation = replay.run(chosen, pace(), talk);
      DiffReport report = replay.diff(generation, worst.most());
      conclude(replay, generation, report, talk);
      return ExitCode.OK;
    } catch (CancellationException e) {
      talk.say("interrupted; the same command goes on");
      return ExitCode.INTERRUPTED;
    }
  }

  private void conclude(Replay replay, Generation generation, DiffReport report, ReplayTalk talk)
      throws InterruptedException {
    List<String> lines = new ArrayList<>(DiffText.of(report));
    ObjectNode json = DiffJson.of(report);
    if (ending.dryRun) {
      replay.discard(generation);
    } else {
      talk.say(
          "generation %s is ready: the same command with --promote makes it live, replay discard %s deletes it"
              .formatted(generation.getId(), generation.getId()));
    }
    output.print(terminal.out(), lines, json);
  }

  private Pace pace() throws CommandFailedException {
    if (rate == null) {
      return Pace.half();
    } else if (rate < 0) {
      throw new CommandFailedException(ExitCode.USAGE, "--rate takes 0 or more");
    }
    return rate == 0 ? Pace.FULL : Pace.rate(rate);
  }
}
