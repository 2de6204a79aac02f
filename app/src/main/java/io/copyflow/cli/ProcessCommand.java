package io.copyflow.cli;

import io.copyflow.extract.Extractor;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.topology.Pipeline;
import io.copyflow.wire.Wire;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

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
final class ProcessCommand implements Command {

  @Mixin
  private final SettingsOptions settings =
      new SettingsOptions(
          SettingKeys.BOOTSTRAP_SERVER,
          SettingKeys.DATA_DIR,
          SettingKeys.TOPIC_PREFIX,
          SettingKeys.REGISTRY_URL,
          "application.id",
          "state.dir",
          "process.threads");

  private final Terminal terminal;
  private final StopSignal stop;

  ProcessCommand(Terminal terminal, StopSignal stop) {
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
    try (var cluster = Cluster.open(loaded, terminal)) {
      cluster.prepareTopics(loaded);
      try (var pipeline = pipeline(loaded, cluster, terminal)) {
        stop.onRequest(pipeline::close);
        pipeline.start();
        terminal.err().println("copyflow: processing " + loaded.topics().raw().name());
        return exitCode(pipeline);
      }
    }
  }

  private int exitCode(Pipeline pipeline) throws InterruptedException, CommandFailedException {
    Throwable failure = pipeline.awaitStopped();
    if (failure != null) {
      throw new CommandFailedException(
          ExitCode.FAILED, "the processor stopped: " + Failure.said(failure) + "; start it again");
    }
    return stop.isRequested() ? ExitCode.INTERRUPTED : ExitCode.OK;
  }

  static Pipeline pipeline(Settings loaded, Cluster cluster, Terminal terminal) {
    Path state = loaded.dataDirectory(terminal.environment()).resolve("state");
    return new Pipeline(
        loaded.processor(cluster.bootstrapServer(), state),
        loaded.topics(),
        Wire.of(loaded.registry()),
        Extractor.standard());
  }
}
