package io.copyflow.bench;

import io.copyflow.settings.Layer;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.settings.SettingsException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/**
 * What a worker is told of one round. Every round has topics, an application and a state folder of
 * its own.
 *
 * @param bootstrap the cluster
 * @param seed settings of the topics that hold the corpus
 * @param settings of what works in this round
 * @param files folder of the corpus
 * @param articles raw records in the corpus
 * @param state folder for what the round keeps
 */
record Round(
    String bootstrap,
    Map<String, String> seed,
    Map<String, String> settings,
    String files,
    int articles,
    String state) {

  static final String SEED = "seed.";

  static Round of(String prefix, Settings settings, String bootstrap, BenchFolders folders, int n) {
    return new Round(
        bootstrap,
        texts(settings, SEED),
        texts(settings, prefix),
        folders.files().toString(),
        n,
        folders.state(prefix).toString());
  }

  Settings work() {
    return settings(settings);
  }

  Settings corpus() {
    return settings(seed);
  }

  Path stateFolder() {
    return Path.of(state);
  }

  /** The settings under another prefix, as text; secrets and places of this machine stay here. */
  static Map<String, String> texts(Settings settings, String prefix) {
    var texts = new HashMap<String, String>();
    SettingKeys.KEYS.configKeys().values().forEach(key -> texts.put(key.name, text(settings, key)));
    SettingKeys.OWN.names().stream()
        .filter(key -> !key.equals(SettingKeys.PARTITIONS))
        .forEach(texts::remove);
    texts.remove("state.dir");
    texts.put(SettingKeys.TOPIC_PREFIX, prefix);
    texts.put("application.id", prefix + "app");
    settings.kafka().forEach((key, value) -> texts.put("kafka." + key, value));
    return texts;
  }

  static Settings settings(Map<String, String> texts) {
    try {
      return Settings.of(List.of(new Layer("bench", texts, key -> key)));
    } catch (SettingsException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Settings settings, ConfigDef.ConfigKey key) {
    return String.valueOf(ConfigDef.convertToString(settings.values().get(key.name), key.type));
  }
}
