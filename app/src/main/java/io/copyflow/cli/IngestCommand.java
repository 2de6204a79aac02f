package io.copyflow.cli;

import io.copyflow.ingest.Ingest;
import io.copyflow.ingest.Root;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Files to a cluster's raw topic. */
@CommandLine.Command(
    name = "ingest",
    header = "Send article files to a cluster's raw topic.",
    description =
        "Sends what is new or changed since the last time, each version of a file once, and ends."
            + " The topics must exist: see topics --create.",
    footer = {
      "",
      "Examples:",
      "  copyflow ingest archive --bootstrap-server localhost:9092",
      "  copyflow ingest archive --watch --source my-archive"
    })
final class IngestCommand implements Command {

  @Mixin
  private final SettingsOptions settings =
      new SettingsOptions(
          SettingKeys.BOOTSTRAP_SERVER,
          SettingKeys.DATA_DIR,
          SettingKeys.TOPIC_PREFIX,
          SettingKeys.REGISTRY_URL);

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final RootsOptions roots = new RootsOptions();

  @Option(names = "--watch", description = "Go on sending what is new, until interrupted.")
  private boolean watch;

  @Option(names = "--strict", description = "End with 3 when files were left out.")
  private boolean strict;

  private final Terminal terminal;
  private final StopSignal stop;

  IngestCommand(Terminal terminal, StopSignal stop) {
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
    var chosen = roots.roots(terminal);
    try (var cluster = Cluster.open(loaded, terminal);
        var progress = Progress.onStandardError();
        var ingest = ingest(loaded, cluster, progress)) {
      stop.onRequest(ingest::close);
      cluster.prepareTopics(loaded);
      return run(ingest, chosen);
    }
  }

  static Ingest ingest(Settings settings, Cluster cluster, Progress progress) {
    return new Ingest(
        settings.ingest(cluster.bootstrapServer()),
        settings.topics(),
        Wire.of(settings.registry()),
        progress);
  }

  private int run(Ingest ingest, List<Root> chosen) {
    if (watch) {
      ingest.watch(chosen);
      return ExitCode.INTERRUPTED;
    }
    var report = ingest.once(chosen);
    output.print(terminal.out(), IngestSummary.line(report), IngestSummary.json(report));
    return stop.isRequested() ? ExitCode.INTERRUPTED : IngestSummary.exitCode(report, strict);
  }
}
