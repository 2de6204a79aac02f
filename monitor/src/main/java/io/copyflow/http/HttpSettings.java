package io.copyflow.http;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;

/**
 * Where operators are served.
 *
 * @param host address to listen at
 * @param port 0 for any free one; {@link #OFF} for no server at all
 * @param allowedHosts names, beside localhost and bare addresses, by which this server may be
 *     called
 * @param tokenFile with the token for what changes something; empty for the usual place
 */
public record HttpSettings(String host, int port, List<String> allowedHosts, String tokenFile) {

  /** The port that means: do not listen. */
  public static final int OFF = -1;

  private static final String HOST = "http.host";
  private static final String PORT = "http.port";
  private static final String ALLOWED_HOSTS = "http.allowed.hosts";
  private static final String TOKEN_FILE = "http.token.file";

  /** Every key: its type, default, bounds and help. */
  public static final ConfigDef KEYS =
      new ConfigDef()
          .define(
              PORT,
              ConfigDef.Type.INT,
              0,
              between(OFF, 65535),
              MEDIUM,
              "Port of the HTTP server for operators: console, metrics, health. 0: any free one,"
                  + " said on standard error. -1: none.")
          .define(
              HOST,
              ConfigDef.Type.STRING,
              "127.0.0.1",
              new NonEmptyString(),
              MEDIUM,
              "Address at which the HTTP server listens. Whoever reaches it can read: leave it on"
                  + " loopback, or put it behind a proxy that asks who is there.")
          .define(
              ALLOWED_HOSTS,
              ConfigDef.Type.LIST,
              "",
              LOW,
              "Names by which the HTTP server may be called, beside localhost and bare addresses."
                  + " Any other is refused, so that no page from elsewhere can make a browser talk"
                  + " to it under a name of its own (DNS rebinding).")
          .define(
              TOKEN_FILE,
              ConfigDef.Type.STRING,
              "",
              LOW,
              "File with the token that the console's actions ask for: one line of 16 letters or"
                  + " more. Made, readable by its owner only, where it is not there. Empty:"
                  + " console.token in data.dir.");

  /** Settings that nobody changes afterwards. */
  public HttpSettings {
    allowedHosts = List.copyOf(allowedHosts);
  }

  /**
   * Settings from their keys; a key that is left out has its default.
   *
   * @param values of the keys in {@link #KEYS}
   * @throws org.apache.kafka.common.config.ConfigException when a value is out of bounds
   */
  public static HttpSettings of(Map<String, ?> values) {
    var config = new AbstractConfig(KEYS, values, false);
    return new HttpSettings(
        config.getString(HOST),
        config.getInt(PORT),
        config.getList(ALLOWED_HOSTS),
        config.getString(TOKEN_FILE));
  }

  /** Whether there is to be a server. */
  public boolean isOn() {
    return port != OFF;
  }
}
