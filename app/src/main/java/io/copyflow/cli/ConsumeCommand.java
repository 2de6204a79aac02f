package io.copyflow.cli;

import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.topics.TopicReader;
import io.copyflow.wire.Wire;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decoded records as JSON lines. */
@CommandLine.Command(
    name = "consume",
    header = "Print a topic's records as JSON lines.",
    description =
        "Prints what is there, committed records only, and ends; with --follow it prints what comes"
            + " from now on until it is interrupted. A record that cannot be decoded is named on"
            + " standard error.",
    footer = {
      "",
      "Examples:",
      "  copyflow consume articles | jq -r .title",
      "  copyflow consume outcomes --follow --from-beginning"
    })
final class ConsumeCommand implements Command {

  @Mixin
  private final SettingsOptions settings =
      new SettingsOptions(
          SettingKeys.BOOTSTRAP_SERVER,
          SettingKeys.DATA_DIR,
          SettingKeys.TOPIC_PREFIX,
          SettingKeys.REGISTRY_URL);

  @Parameters(
      arity = "0..1",
      paramLabel = "TOPIC",
      defaultValue = "articles",
      description = "${COMPLETION-CANDIDATES} (default: articles).")
  private Feed feed = Feed.ARTICLES;

  @Option(
      names = "--from-beginning",
      description = "With --follow: what is there first. Without it that is the default.")
  private boolean fromBeginning;

  @Option(names = "--follow", description = "Go on until interrupted.")
  private boolean follow;

  @Option(
      names = "--envelope",
      description = "Print topic, partition, offset, timestamp and key around each value.")
  private boolean envelope;

  @Option(names = "--limit", paramLabel = "N", description = "End after N records.")
  private long limit = Long.MAX_VALUE;

  private final Terminal terminal;
  private final StopSignal stop;

  ConsumeCommand(Terminal terminal, StopSignal stop) {
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
      return print(loaded, cluster);
    }
  }

  private int print(Settings loaded, Cluster cluster) throws CommandFailedException {
    var lines = new RecordLines(terminal, feed.decoder(Wire.of(loaded.registry())), envelope);
    try (var reader = reader(loaded, cluster)) {
      stop.onRequest(reader::stop);
      if (follow) {
        reader.follow(fromBeginning, limit, lines);
      } else {
        reader.untilEnd(limit, lines);
      }
    }
    if (stop.isRequested()) {
      return ExitCode.INTERRUPTED;
    }
    return lines.undecodable() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private TopicReader reader(Settings loaded, Cluster cluster) {
    return new TopicReader(List.of(feed.topic(loaded.topics()).name()), cluster.client(loaded));
  }
}
