package io.copyflow.cli;

import io.copyflow.logging.Logs;
import io.copyflow.settings.Layer;
import io.copyflow.settings.SettingFlag;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.settings.SettingsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * The options of a command that are settings: made from their declarations, so that name and help
 * are written once.
 */
final class SettingsOptions {

  private static final String DEFAULT_FILE = "copyflow.properties";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Settings file (default: " + DEFAULT_FILE + " in the working directory, if there).")
  private @Nullable Path file;

  @Option(
      names = "--kafka",
      paramLabel = "KEY=VALUE",
      description =
          "Property for every Kafka client, in Kafka's own names; may be repeated. Others see your"
              + " command line: put secrets into the environment or a file.")
  private Map<String, String> kafka = new LinkedHashMap<>();

  private final List<String> keys;
  private final Map<String, String> flags = new LinkedHashMap<>();

  /**
   * @param keys that the command takes as flags; it takes all of them from elsewhere
   */
  SettingsOptions(String... keys) {
    this.keys = List.of(keys);
  }

  /** These options, and flags for more keys. */
  SettingsOptions and(List<String> more) {
    return new SettingsOptions(Stream.concat(keys.stream(), more.stream()).toArray(String[]::new));
  }

  /** Adds a flag for each key. */
  void addTo(CommandSpec command) {
    for (String key : keys) {
      command.addOption(
          OptionSpec.builder(SettingFlag.of(key))
              .paramLabel(paramLabel(key))
              .type(String.class)
              .description(SettingKeys.help(key).replace("%", "%%"))
              .setter(setter(key))
              .build());
    }
  }

  /** Flags over environment over file over defaults. */
  Settings load(Terminal terminal) throws SettingsException {
    var layers = new ArrayList<Layer>();
    var chosen = chosenFile(terminal);
    if (chosen != null) {
      layers.add(Layer.file(chosen));
    }
    layers.add(Layer.environment(terminal.environment()));
    layers.add(Layer.flags(flags, kafka));
    var settings = Settings.of(layers);
    if (settings.logsAreJson()) {
      Logs.json();
    }
    return settings;
  }

  private @Nullable Path chosenFile(Terminal terminal) {
    if (file != null) {
      return terminal.directory().resolve(file);
    }
    String named = terminal.environment().getOrDefault("COPYFLOW_CONFIG", "");
    if (!named.isBlank()) {
      return terminal.directory().resolve(named);
    }
    Path standard = terminal.directory().resolve(DEFAULT_FILE);
    return Files.exists(standard) ? standard : null;
  }

  private static String paramLabel(String key) {
    return key.substring(key.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
  }

  private ISetter setter(String key) {
    return new ISetter() {
      @Override
      @SuppressWarnings("TypeParameterUnusedInFormals") // picocli's signature
      public <T> @Nullable T set(@Nullable T value) {
        if (value != null) {
          flags.put(key, value.toString());
        }
        return null;
      }
    };
  }
}
