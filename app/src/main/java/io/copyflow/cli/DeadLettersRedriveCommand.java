package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.deadletters.DeadLetters;
import io.copyflow.deadletters.Letter;
import io.copyflow.deadletters.Redrive;
import io.copyflow.reread.RereadWriter;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.topology.Drain;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.PipelineObserver;
import io.copyflow.topology.Preview;
import io.copyflow.wire.Wire;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries dead letters again. */
@CommandLine.Command(
    name = "redrive",
    header = "Try dead letters again by the rules of today.",
    description = {
      "Has the raw records of open dead letters read again, and ends when all have their outcomes."
          + " An outcome is replaced, not added. What fails for the third time in a row is parked:"
          + " only --parked tries it again. --dry-run writes nothing and prints what each reason"
          + " would become.",
      "",
      "It may be interrupted and run again at any time: nothing is lost or done twice. One re-drive"
          + " or promotion works at a time. Against a cluster a processor must run, since its rules"
          + " are the ones that count; on a data directory this command is the processor."
    },
    footer = {
      "",
      "Examples:",
      "  copyflow dead-letters redrive --dry-run --profiles mine",
      "  copyflow dead-letters redrive --reason ONLY_BOILERPLATE,NO_HEADER --rate 50"
    })
final class DeadLettersRedriveCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final LetterFilter filter = new LetterFilter();

  @Option(names = "--dry-run", description = "Only say what would become of them.")
  private boolean dryRun;

  @Option(names = "--parked", description = "Try those again, too, that failed three times.")
  private boolean parked;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "At most N in a second (default: as fast as possible).")
  private int rate;

  private final StopSignal stop;

  DeadLettersRedriveCommand(Terminal terminal, StopSignal stop) {
    super(terminal, "application.id", "state.dir", "process.threads", SettingKeys.PROFILES);
    this.stop = stop;
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws Exception {
    if (rate < 0) {
      throw new CommandFailedException(ExitCode.USAGE, "--rate takes 0 or more");
    }
    var client = cluster.client(loaded);
    var wire = Wire.of(loaded.registry());
    var redrive = new Redrive(new DeadLetters(loaded.topics(), wire, client));
    stop.onRequest(redrive::stop);
    if (dryRun) {
      return preview(loaded, cluster, redrive);
    }
    cluster.prepareTopics(loaded);
    try (var drain = new Drain(loaded.applicationId(), loaded.topics(), client);
        var pipeline = processor(loaded, cluster, drain)) {
      if (pipeline != null) {
        pipeline.start();
      }
      Redrive.Result result =
          redrive.run(
              () -> new RereadWriter(loaded.topics(), wire, client),
              drain,
              () -> redrive.candidates(filter.filter(), parked),
              rate,
              this::progress,
              trouble(pipeline));
      return report(result);
    }
  }

  private static Supplier<@Nullable RuntimeException> trouble(@Nullable Pipeline pipeline) {
    return () -> pipeline == null ? null : pipeline.trouble();
  }

  /** The processor in this process; null where another one works. */
  private @Nullable Pipeline processor(Settings loaded, Cluster cluster, Drain drain)
      throws Exception {
    if (cluster instanceof Cluster.Embedded) {
      return ProcessCommand.pipeline(loaded, cluster, terminal, PipelineObserver.NONE);
    }
    if (!drain.isWorked()) {
      throw new CommandFailedException(
          ExitCode.FAILED,
          "no processor works on this cluster, and it is the processor that reads again; start one:"
              + " copyflow process");
    }
    return null;
  }

  private int preview(Settings loaded, Cluster cluster, Redrive redrive) throws Exception {
    var client = cluster.client(loaded);
    var preview =
        new Preview(
            Rules.extractor(loaded, terminal),
            Wire.of(loaded.registry()),
            loaded.topics(),
            loaded.processor(cluster.bootstrapServer(), terminal.directory()));
    List<Letter> letters = redrive.candidates(filter.filter(), parked);
    var histogram = redrive.preview(letters, preview, loaded.topics(), client);
    var table = new Table("REASON", "WOULD BECOME", "COUNT");
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("candidates", letters.size());
    ObjectNode reasons = json.putObject("reasons");
    histogram.forEach((reason, kinds) -> {
      ObjectNode counts = reasons.putObject(reason);
      kinds.forEach((kind, count) -> {
        table.row(reason, kind, count);
        counts.put(kind, count);
      });
    });
    output.print(terminal.out(), table.lines(), json);
    return stop.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  private void progress(int asked, int all) {
    terminal.err().printf(Locale.ROOT, "copyflow: %,d of %,d asked to be read again%n", asked, all);
  }

  private int report(Redrive.Result result) {
    var counts =
        Map.of(
            "resolved", result.resolved(),
            "open", result.open(),
            "parked", result.parked());
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("requested", result.requested());
    List.of("resolved", "open", "parked").forEach(name -> json.put(name, counts.get(name)));
    json.put("interrupted", result.interrupted());
    String line =
        String.format(
            Locale.ROOT,
            "%,d read again: %,d resolved, %,d still open, %,d parked",
            result.requested(),
            result.resolved(),
            result.open(),
            result.parked());
    output.print(terminal.out(), line, json);
    return result.interrupted() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }
}
