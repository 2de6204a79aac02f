package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.avro.Generation;
import io.copyflow.replay.Promotion;
import io.copyflow.replay.Replay;
import io.copyflow.replay.Site;
import io.copyflow.replay.diff.DiffReport;
import io.copyflow.settings.Settings;
import io.copyflow.topology.Pace;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.PipelineObserver;
import io.copyflow.topology.PipelineStoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
      "--promote asks the live pipeline, which must run the same rules, to read again what they"
          + " read otherwise, and nothing else. To go back, promote the earlier rules. With --all,"
          + " where what is derived from the raw topic is lost, all of it is derived again.",
      "",
      "By default it leaves half a processor core's time to others; --rate sets a pace instead."
    },
    footer = {
      "",
      "Examples:",
      "  copyflow replay --profiles mine --dry-run",
      "  copyflow replay --profiles mine --source dw --since 2031-05-01 -o json | jq .fields",
      "  copyflow replay --profiles mine --promote",
      "  copyflow replay --all --promote"
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
        description = "Make it live; with --all also: derive everything again where it is lost.")
    private boolean promote;
  }

  private final StopSignal stop;
  private final ReplayTalk talk;

  ReplayCommand(Terminal terminal, StopSignal stop) {
    super(terminal);
    this.stop = stop;
    this.talk = new ReplayTalk(terminal);
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws Exception {
    if (!ending.promote) {
      cluster.prepareTopics(loaded);
      return replay(site(loaded, cluster));
    }
    try (var live = ProcessCommand.pipeline(loaded, cluster, terminal, PipelineObserver.NONE)) {
      if (filter.isAll() && live.isLost()) {
        return restore(live, loaded, cluster);
      }
      cluster.prepareTopics(loaded);
      if (cluster instanceof Cluster.Embedded) {
        // Nobody else can: the broker is in this process.
        live.start();
      }
      return replay(site(loaded, cluster));
    }
  }

  /** Derives everything anew, by the one way in which it is derived at first. */
  private int restore(Pipeline live, Settings loaded, Cluster cluster)
      throws CommandFailedException, InterruptedException {
    terminal.say("what is derived from the raw topic is lost: all of it is derived again");
    RebuildCommand.delete(live, loaded, cluster);
    stop.onRequest(live::close);
    live.start();
    return awaitRestored(live);
  }

  private int awaitRestored(Pipeline live) throws InterruptedException {
    try {
      live.awaitDrained();
    } catch (PipelineStoppedException e) {
      if (stop.isRequested()) {
        terminal.say("interrupted; any processor goes on");
        return ExitCode.INTERRUPTED;
      }
      throw e;
    }
    output.print(
        terminal.out(),
        List.of("all raw records are judged anew"),
        JsonNodeFactory.instance.objectNode().put("restored", true));
    return ExitCode.OK;
  }

  private int replay(Site site) throws CommandFailedException, InterruptedException {
    var chosen = filter.filter(new ExtractionRules(site.extractor()));
    var replay = new Replay(site);
    stop.onRequest(replay::stop);
    try {
      var promotion = new Promotion(site, replay, talk);
      Generation generation =
          ending.promote ? promotion.read(chosen, pace()) : replay.run(chosen, pace(), talk);
      DiffReport report = replay.diff(generation, worst.most());
      conclude(replay, promotion, generation, report);
      return ExitCode.OK;
    } catch (CancellationException e) {
      terminal.say("interrupted; the same command goes on");
      return ExitCode.INTERRUPTED;
    }
  }

  private void conclude(
      Replay replay, Promotion promotion, Generation generation, DiffReport report)
      throws InterruptedException {
    List<String> lines = new ArrayList<>(DiffText.of(report));
    ObjectNode json = DiffJson.of(report);
    if (ending.promote) {
      promote(promotion, generation, lines, json);
    } else if (ending.dryRun) {
      replay.discard(generation);
    } else {
      terminal.say(
          "generation %s is ready: the same command with --promote makes it live, replay discard %s deletes it"
              .formatted(generation.getId(), generation.getId()));
    }
    output.print(terminal.out(), lines, json);
  }

  private static void promote(
      Promotion promotion, Generation generation, List<String> lines, ObjectNode json)
      throws InterruptedException {
    Promotion.Promoted promoted = promotion.run(generation);
    lines.add("");
    lines.add(
        String.format(
            Locale.ROOT,
            "promoted: %,d raw records were read again; %,d come out otherwise because of others",
            promoted.requested(),
            promoted.left()));
    json.putObject("promoted")
        .put("generation", generation.getId())
        .put("requested", promoted.requested())
        .put("left", promoted.left());
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
