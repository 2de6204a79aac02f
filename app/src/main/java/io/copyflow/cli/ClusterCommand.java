package io.copyflow.cli;

import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;

/** A subcommand that works with a cluster: it is open as long as the command runs. */
abstract class ClusterCommand implements Command {

  private static final String[] CLUSTER = {
    SettingKeys.BOOTSTRAP_SERVER,
    SettingKeys.DATA_DIR,
    SettingKeys.TOPIC_PREFIX,
    SettingKeys.REGISTRY_URL
  };

  @Mixin private final SettingsOptions settings;

  /** What the command sees of the outside world. */
  final Terminal terminal;

  /**
   * A command.
   *
   * @param more keys that it takes as flags, beside those that say which cluster
   */
  ClusterCommand(Terminal terminal, String... more) {
    this.terminal = terminal;
    this.settings =
        new SettingsOptions(
            Stream.concat(Stream.of(CLUSTER), Stream.of(more)).toArray(String[]::new));
  }

  /** Does the work and returns the exit code. */
  abstract int run(Settings loaded, Cluster cluster) throws Exception;

  @Override
  public final SettingsOptions settings() {
    return settings;
  }

  @Override
  public final Integer call() throws Exception {
    var loaded = settings.load(terminal);
    try (var cluster = Cluster.open(loaded, terminal)) {
      return run(loaded, cluster);
    }
  }
}
