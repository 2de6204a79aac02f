package io.copyflow.settings;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Settings from one place.
 *
 * @param origin the place, in a user's words
 * @param values by key in its dotted form; Kafka's own begin with {@value #KAFKA}
 * @param spelling how a dotted key is spelt in this place, for messages
 */
public record Layer(String origin, Map<String, String> values, UnaryOperator<String> spelling) {

  static final String KAFKA = "kafka.";

  private static final String ENVIRONMENT_PREFIX = "COPYFLOW_";

  // The launcher's own, the one that names the file below, and those of docker-compose.yml.
  private static final Set<String> NOT_SETTINGS =
      Set.of(
          "COPYFLOW_OPTS",
          "COPYFLOW_CONFIG",
          "COPYFLOW_INBOX",
          "COPYFLOW_INBOX_SOURCE",
          "COPYFLOW_PROCESSORS");

  /** Settings that nobody changes afterwards. */
  public Layer {
    values = Map.copyOf(values);
  }

  /**
   * Settings given as flags.
   *
   * @param values by dotted key
   * @param kafka by Kafka's own key
   */
  public static Layer flags(Map<String, String> values, Map<String, String> kafka) {
    var all = new HashMap<>(values);
    kafka.forEach((key, value) -> all.put(KAFKA + key, value));
    return new Layer("command line", all, SettingFlag::of);
  }

  /** Those among the environment's variables that begin with {@code COPYFLOW_}. */
  public static Layer environment(Map<String, String> environment) {
    return new Layer(
        "environment",
        environment.entrySet().stream()
            .filter(entry -> entry.getKey().startsWith(ENVIRONMENT_PREFIX))
            .filter(entry -> !NOT_SETTINGS.contains(entry.getKey()))
            .collect(toMap(entry -> dotted(entry.getKey()), Map.Entry::getValue)),
        Layer::variable);
  }

  /**
   * A properties file, in UTF-8.
   *
   * @throws SettingsException when it cannot be read
   */
  public static Layer file(Path file) throws SettingsException {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      String why = Files.exists(file) ? "cannot be read: " + e.getMessage() : "no such file";
      throw new SettingsException(file.toString(), why);
    }
    var values =
        properties.stringPropertyNames().stream()
            .collect(toMap(key -> key, key -> properties.getProperty(key).strip()));
    return new Layer(file.toString(), values, UnaryOperator.identity());
  }

  private static String dotted(String variable) {
    return variable
        .substring(ENVIRONMENT_PREFIX.length())
        .toLowerCase(Locale.ROOT)
        .replace('_', '.');
  }

  private static String variable(String key) {
    return ENVIRONMENT_PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
