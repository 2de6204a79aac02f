package io.copyflow.cli;

import io.copyflow.ingest.Ingest;
import io.copyflow.ingest.IngestObserver;
import io.copyflow.ingest.IngestSettings;
import io.copyflow.ingest.Root;
import io.copyflow.ingest.progress.Progress;
import io.copyflow.metrics.Metrics;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Files to a cluster's raw topic. */
@CommandLine.Command(
    name = "ingest",
    header = "Send article files to a cluster's raw topic.",
    description =
        "Sends what is new or changed since the last time, each version of a file once, and ends."
            + " With --watch it goes on: the file system tells of new files, scans find the rest,"
            + " and a file is taken when it has not changed for settle.ms. The topics must exist:"
            + " see topics --create.",
    footer = {
      "",
      "Examples:",
      "  copyflow ingest archive --bootstrap-server localhost:9092",
      "  copyflow ingest archive --watch --source my-archive",
      "  copyflow ingest crawl.warc.gz may.tar.zst",
      "  copyflow ingest inbox --watch --after move:done --exclude 'drafts,*.bak'",
      "  find archive -newer last-run -type f -print0 | copyflow ingest archive --files-from - -0"
    })
final class IngestCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final RootsOptions roots = new RootsOptions();

  @Option(names = "--watch", description = "Go on sending what is new, until interrupted.")
  private boolean watch;

  @Option(names = "--strict", description = "End with 3 when files were left out.")
  private boolean strict;

  private final StopSignal stop;

  IngestCommand(Terminal terminal, StopSignal stop) {
    super(
        terminal,
        Stream.concat(IngestSettings.FLAGS.stream(), Stream.of("http.port"))
            .toArray(String[]::new));
    this.stop = stop;
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws Exception {
    var chosen = roots.roots(terminal, loaded);
    cluster.prepareTopics(loaded);
    var metrics = new Metrics();
    try (var monitor = watch ? Watching.ingest(loaded, metrics, terminal) : metrics;
        var progress =
            output.isText() ? Progress.onStandardError() : Progress.wordsOnly(terminal::say);
        var ingest = ingest(loaded, cluster, progress, metrics.ingest())) {
      stop.onRequest(ingest::close);
      return run(ingest, chosen);
    }
  }

  static Ingest ingest(
      Settings settings, Cluster cluster, Progress progress, IngestObserver observer) {
    return new Ingest(
        settings.ingest(cluster.bootstrapServer()),
        settings.topics(),
        Wire.of(settings.registry()),
        progress,
        observer);
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
