package io.copyflow.cli;

import io.copyflow.ingest.Ingest;
import io.copyflow.ingest.Root;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import java.util.List;
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
      "  copyflow run ~/articles --data-dir ~/copyflow --port 9092"
    })
final class RunCommand implements Command {

  @Mixin
  private final SettingsOptions settings =
      new SettingsOptions(
          SettingKeys.DATA_DIR,
          SettingKeys.PORT,
          SettingKeys.TOPIC_PREFIX,
          SettingKeys.PARTITIONS,
          SettingKeys.REGISTRY_URL);

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
    var chosen = roots.roots(terminal);
    try (var cluster = Cluster.embedded(loaded, terminal)) {
      terminal
          .err()
          .printf(
              "copyflow: broker at %s, data in %s%n",
              cluster.bootstrapServer(), cluster.data().root());
      cluster.createTopics(loaded);
      return ingest(loaded, cluster, chosen);
    }
  }

  private int ingest(Settings loaded, Cluster cluster, List<Root> chosen) {
    try (var progress = Progress.onStandardError();
        var ingest = IngestCommand.ingest(loaded, cluster, progress)) {
      stop.onRequest(ingest::close);
      return once ? onceThrough(ingest, chosen) : watching(ingest, chosen);
    }
  }

  private int onceThrough(Ingest ingest, List<Root> chosen) {
    var report = ingest.once(chosen);
    output.print(terminal.out(), IngestSummary.line(report), IngestSummary.json(report));
    return stop.isRequested() ? ExitCode.INTERRUPTED : IngestSummary.exitCode(report, strict);
  }

  private static int watching(Ingest ingest, List<Root> chosen) {
    ingest.watch(chosen);
    return ExitCode.INTERRUPTED;
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
