package io.copyflow.settings;

import static java.util.stream.Collectors.toMap;

import io.copyflow.broker.DataDirectory;
import io.copyflow.extract.Limits;
import io.copyflow.identity.Window;
import io.copyflow.ingest.IngestSettings;
import io.copyflow.ingest.NearestName;
import io.copyflow.ledger.LedgerSettings;
import io.copyflow.monitor.MonitorSettings;
import io.copyflow.topics.Topics;
import io.copyflow.topology.ExtractionSettings;
import io.copyflow.topology.ProcessorSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * What a user has set, checked. Immutable.
 *
 * @param values one for every key of {@link SettingKeys#KEYS}, in the key's type
 * @param kafka properties that go to every Kafka client as they are; may hold secrets
 */
public record Settings(Map<String, Object> values, Map<String, String> kafka) {

  private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

  /** Settings that nobody changes afterwards. */
  public Settings {
    values = Map.copyOf(values);
    kafka = Map.copyOf(kafka);
  }

  /**
   * Puts layers together.
   *
   * @param layers in rising order: a later one wins over an earlier one, key by key
   * @throws SettingsException for a key that nobody declared, naming the nearest that somebody did,
   *     and for a value that its declaration refuses
   */
  public static Settings of(List<Layer> layers) throws SettingsException {
    var values = new HashMap<String, Object>();
    var kafka = new HashMap<String, String>();
    SettingKeys.KEYS.defaultValues().forEach(values::put);
    for (var layer : layers) {
      for (var entry : layer.values().entrySet()) {
        if (entry.getKey().startsWith(Layer.KAFKA)) {
          kafka.put(kafkaName(layer, entry.getKey()), entry.getValue());
        } else {
          values.put(entry.getKey(), checked(layer, entry.getKey(), entry.getValue()));
        }
      }
    }
    return new Settings(values, kafka);
  }

  /** The cluster that the user named, if any. */
  public Optional<String> bootstrapServer() {
    return Optional.of(text(SettingKeys.BOOTSTRAP_SERVER)).filter(value -> !value.isBlank());
  }

  /**
   * Where this machine's broker keeps its data.
   *
   * @param environment the process's, for the default
   */
  public Path dataDirectory(Map<String, String> environment) {
    String set = text(SettingKeys.DATA_DIR);
    return set.isBlank() ? DataDirectory.standard(environment) : Path.of(set);
  }

  /** Where this machine's broker listens; 0 for any free port. */
  public int port() {
    return (Integer) value(SettingKeys.PORT);
  }

  /** The folder of publisher files that the user named, if any. */
  public Optional<Path> profiles() {
    return Optional.of(text(SettingKeys.PROFILES)).filter(value -> !value.isBlank()).map(Path::of);
  }

  /** The topics under the chosen prefix. */
  public Topics topics() {
    return new Topics(text(SettingKeys.TOPIC_PREFIX), (Integer) value(SettingKeys.PARTITIONS));
  }

  /** The schema registry's settings under their own keys, secrets in clear; empty without one. */
  public Map<String, String> registry() {
    return values.keySet().stream()
        .filter(key -> key.startsWith("schema.registry."))
        .filter(key -> !text(key).isBlank())
        .collect(toMap(key -> key, this::text));
  }

  /**
   * How to ingest.
   *
   * @param bootstrapServer which cluster
   */
  public IngestSettings ingest(String bootstrapServer) {
    var own = own(IngestSettings.keys());
    var client = new HashMap<>(kafka);
    client.put(BOOTSTRAP_SERVERS, bootstrapServer);
    return IngestSettings.of(own, client);
  }

  /**
   * How to process.
   *
   * @param bootstrapServer which cluster
   * @param stateDirectory where the state goes when no folder is set
   */
  public ProcessorSettings processor(String bootstrapServer, Path stateDirectory) {
    return ProcessorSettings.of(
        own(ProcessorSettings.KEYS), stateDirectory, client(bootstrapServer));
  }

  /** Whether logs are for programs. */
  public boolean logsAreJson() {
    return text(SettingKeys.LOG_FORMAT).equals("json");
  }

  /** Whether ingest opens archives, or takes them whole. */
  public boolean openArchives() {
    return text("archives").equals("open");
  }

  /** The processor's name on the cluster. */
  public String applicationId() {
    return text("application.id");
  }

  /** What the ledger may take of this machine, and what it holds verdicts to. */
  public LedgerSettings ledger() {
    var window = new Window((Integer) value("dedup.window.days"));
    return LedgerSettings.of(own(LedgerSettings.KEYS), window);
  }

  /** What operators are shown, and where. */
  public MonitorSettings monitor() {
    return MonitorSettings.of(own(MonitorSettings.KEYS));
  }

  /** What one file may cost extraction. */
  public Limits limits() {
    return ExtractionSettings.limits(own(ExtractionSettings.KEYS));
  }

  private Map<String, String> own(ConfigDef keys) {
    return keys.configKeys().values().stream()
        .collect(
            toMap(key -> key.name, key -> ConfigDef.convertToString(value(key.name), key.type)));
  }

  /**
   * Configuration of a Kafka client: what the user passed through, and the cluster's address.
   *
   * @param bootstrapServer which cluster
   */
  public Map<String, Object> client(String bootstrapServer) {
    var client = new HashMap<String, Object>(kafka);
    client.put(BOOTSTRAP_SERVERS, bootstrapServer);
    return client;
  }

  /** The keys of what goes to Kafka, not the values: those may be secrets. */
  @Override
  public String toString() {
    return "Settings[values=" + values + ", kafka=" + kafka.keySet() + "]";
  }

  /** A key's value where it is not the default; not for secrets. */
  public Optional<String> changed(String key) {
    Object standard = SettingKeys.KEYS.defaultValues().get(key);
    return value(key).equals(standard) ? Optional.empty() : Optional.of(text(key));
  }

  private Object value(String key) {
    var value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no setting is named " + key);
    }
    return value;
  }

  private String text(String key) {
    return value(key) instanceof Password secret ? secret.value() : value(key).toString();
  }

  private static Object checked(Layer layer, String key, String value) throws SettingsException {
    ConfigDef.ConfigKey declared = SettingKeys.KEYS.configKeys().get(key);
    if (declared == null) {
      throw unknown(layer, key);
    }
    try {
      Object parsed = ConfigDef.parseType(key, value, declared.type);
      if (declared.validator != null) {
        declared.validator.ensureValid(key, parsed);
      }
      return parsed;
    } catch (ConfigException e) {
      throw new SettingsException(
          layer.origin(),
          "%s is not right for %s; allowed: %s"
              .formatted(value, layer.spelling().apply(key), allowed(declared)));
    }
  }

  private static String allowed(ConfigDef.ConfigKey declared) {
    return declared.validator == null
        ? "a value of type " + declared.type
        : declared.validator.toString();
  }

  private static SettingsException unknown(Layer layer, String key) {
    String nearest = NearestName.of(key, SettingKeys.KEYS.names(), Integer.MAX_VALUE).orElseThrow();
    return new SettingsException(
        layer.origin(),
        "unknown setting %s; did you mean %s?"
            .formatted(layer.spelling().apply(key), layer.spelling().apply(nearest)));
  }

  private static String kafkaName(Layer layer, String key) throws SettingsException {
    String name = key.substring(Layer.KAFKA.length());
    if (name.equals(BOOTSTRAP_SERVERS)) {
      throw new SettingsException(
          layer.origin(),
          "set %s instead of Kafka's bootstrap.servers"
              .formatted(layer.spelling().apply(SettingKeys.BOOTSTRAP_SERVER)));
    }
    var meant = KafkaNames.probablyMeant(name);
    if (meant.isPresent()) {
      throw new SettingsException(
          layer.origin(),
          "unknown Kafka property %s; did you mean %s?".formatted(name, meant.get()));
    }
    return name;
  }
}
