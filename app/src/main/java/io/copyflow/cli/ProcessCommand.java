package io.copyflow.cli;

import io.copyflow.metrics.Metrics;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.topology.Pipeline;
import io.copyflow.topology.PipelineObserver;
import io.copyflow.wire.Wire;
import java.nio.file.Path;
import picocli.CommandLine;

/** The processor, against a cluster. */
@CommandLine.Command(
    name = "process",
    header = "Turn a cluster's raw articles into articles, outcomes and dead letters.",
    description =
        "Works until it is interrupted. Start as many as wanted, on any machines: they share the"
            + " work. Each needs a state folder of its own. The topics must exist: see topics"
            + " --create.",
    footer = {
      "",
      "Example:",
      "  copyflow process --bootstrap-server localhost:9092 --state-dir /var/lib/copyflow/state"
    })
final class ProcessCommand extends ClusterCommand {

  private final StopSignal stop;

  ProcessCommand(Terminal terminal, StopSignal stop) {
    super(
        terminal,
        "application.id",
        "state.dir",
        "process.threads",
        SettingKeys.PROFILES,
        "http.port",
        SettingKeys.LOG_FORMAT);
    this.stop = stop;
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws Exception {
    cluster.prepareTopics(loaded);
    var metrics = new Metrics();
    try (var pipeline = pipeline(loaded, cluster, terminal, Watching.observer(loaded, metrics));
        var monitor = Watching.processor(pipeline, loaded, cluster, metrics, terminal)) {
      stop.onRequest(pipeline::close);
      pipeline.start();
      terminal.err().println("copyflow: processing " + loaded.topics().raw().name());
      pipeline.awaitStopped();
      return ExitCode.INTERRUPTED;
    }
  }

  static Pipeline pipeline(
      Settings loaded, Cluster cluster, Terminal terminal, PipelineObserver observer)
      throws ProfilesException {
    Path state = loaded.dataDirectory(terminal.environment()).resolve("state");
    return new Pipeline(
        loaded.processor(cluster.bootstrapServer(), state),
        loaded.topics(),
        Wire.of(loaded.registry()),
        Rules.extractor(loaded, terminal),
        observer);
  }
}
