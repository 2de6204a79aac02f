package io.copyflow.cli;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.ingest.Ingest;
import io.copyflow.ingest.IngestReport;
import io.copyflow.ingest.IngestSettings;
import io.copyflow.ingest.Root;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.ledger.Ledger;
import io.copyflow.metrics.Metrics;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.topology.Pipeline;
import io.copyflow.wire.Wire;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Everything in one process. */
@CommandLine.Command(
    name = "run",
    header = "Run the whole pipeline in one process, with a broker of its own.",
    description =
        "Keeps its data in the data directory and goes on from there the next time. With --once it"
            + " ends when everything is processed; without, it watches for new files until it is"
            + " interrupted.",
    footer = {
      "",
      "Examples:",
      "  copyflow run samples --once",
      "  copyflow run ~/articles --data-dir ~/copyflow --port 9092",
      "  copyflow run inbox --after move:done"
    })
final class RunCommand implements Command {

  @Mixin
  private final SettingsOptions settings =
      new SettingsOptions(
              SettingKeys.DATA_DIR,
              SettingKeys.PORT,
              SettingKeys.TOPIC_PREFIX,
              SettingKeys.PARTITIONS,
              SettingKeys.REGISTRY_URL,
              SettingKeys.PROFILES,
              "http.port",
              SettingKeys.LOG_FORMAT)
          .and(IngestSettings.FLAGS);

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final RootsOptions roots = new RootsOptions();

  @Option(names = "--once", description = "End when everything is processed.")
  private boolean once;

  @Option(names = "--strict", description = "End with 3 when something was rejected.")
  private boolean strict;

  private final Terminal terminal;
  private final StopSignal stop;

  RunCommand(Terminal terminal, StopSignal stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    var loaded = settings.load(terminal);
    refuseForeignCluster(loaded);
    var chosen = roots.roots(terminal, loaded);
    try (var cluster = Cluster.embedded(loaded, terminal)) {
      terminal
          .err()
          .printf(
              "copyflow: broker at %s, data in %s%n",
              cluster.bootstrapServer(), cluster.data().root());
      cluster.prepareTopics(loaded);
      return run(loaded, cluster, chosen);
    }
  }

  private int run(Settings loaded, Cluster cluster, List<Root> chosen) throws Exception {
    var metrics = new Metrics();
    Watching.broker(metrics);
    try (var verdicts = output.isText() ? VerdictLines.print(loaded, cluster, terminal) : null;
        var pipeline =
            ProcessCommand.pipeline(loaded, cluster, terminal, Watching.observer(loaded, metrics));
        var monitor = Watching.processor(pipeline, loaded, cluster, metrics, terminal);
        var progress = Progress.wordsOnly(terminal::say);
        var ingest = IngestCommand.ingest(loaded, cluster, progress, metrics.ingest())) {
      stop.onRequest(() -> {
        ingest.close();
        pipeline.close();
      });
      pipeline.start();
      if (!once) {
        watch(ingest, pipeline, chosen);
        return ExitCode.INTERRUPTED;
      }
      var report = ingest.once(chosen);
      if (stop.isRequested()) {
        return ExitCode.INTERRUPTED;
      }
      pipeline.awaitDrained();
      if (verdicts != null) {
        verdicts.finish();
      }
      return conclude(loaded, cluster, report);
    }
  }

  /** Whichever of the two ends first, asked to or by a failure, ends the other. */
  private static void watch(Ingest ingest, Pipeline pipeline, List<Root> chosen) throws Exception {
    var watching =
        CompletableFuture.runAsync(() -> ingest.watch(chosen))
            .whenComplete((done, failure) -> pipeline.close());
    try {
      pipeline.awaitStopped();
    } finally {
      ingest.close();
    }
    watching.join();
  }

  private int conclude(Settings loaded, Cluster cluster, IngestReport report) {
    terminal.say(IngestSummary.line(report));
    var wire = Wire.of(loaded.registry());
    var balance =
        new Ledger(loaded.topics(), wire, cluster.client(loaded), loaded.ledger()).balance();
    output.print(terminal.out(), LedgerSummary.lines(balance), LedgerSummary.json(balance));
    if (!balance.balanced()) {
      return ExitCode.FAILED;
    }
    boolean rejects = balance.total().outcomes().getOrDefault(OutcomeKind.REJECTED, 0L) > 0;
    return strict && rejects ? ExitCode.REJECTS : IngestSummary.exitCode(report, strict);
  }

  private static void refuseForeignCluster(Settings loaded) throws CommandFailedException {
    var named = loaded.bootstrapServer();
    if (named.isPresent()) {
      throw new CommandFailedException(
          ExitCode.USAGE,
          "run has a broker of its own, but the settings name the cluster %s; use ingest and process with that, or unset bootstrap.server"
              .formatted(named.get()));
    }
  }
}
