package io.copyflow.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * How to reach a schema registry that speaks Confluent's REST API. TLS goes by the JVM's own
 * settings ({@code javax.net.ssl.trustStore} and its kin).
 *
 * @param urls base addresses of the same registry, tried in this order; at least one
 * @param userInfo {@code USER:PASSWORD} for basic authentication
 * @param timeout how long one address may take to answer
 */
public record RegistrySettings(List<URI> urls, Optional<Password> userInfo, Duration timeout) {

  /** Base addresses, separated by commas; without it there is no registry. */
  public static final String URL = "schema.registry.url";

  /** {@code USER:PASSWORD} for basic authentication. */
  public static final String USER_INFO = "schema.registry.basic.auth.user.info";

  /** How long one address may take to answer, in milliseconds. */
  public static final String TIMEOUT = "schema.registry.request.timeout.ms";

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  /** Settings with at least one address. */
  public RegistrySettings {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new ConfigException(URL, "", "names no address");
    }
  }

  /** One address, no password. */
  public static RegistrySettings of(URI url) {
    return new RegistrySettings(List.of(url), Optional.empty(), DEFAULT_TIMEOUT);
  }

  /**
   * The settings in a configuration, under this class's keys; empty where no address is set.
   *
   * @throws ConfigException if one of them is wrong
   */
  public static Optional<RegistrySettings> from(Map<String, ?> config) {
    return text(config, URL)
        .map(urls ->
            new RegistrySettings(
                Arrays.stream(urls.split(","))
                    .map(String::strip)
                    .filter(url -> !url.isEmpty())
                    .map(RegistrySettings::url)
                    .toList(),
                text(config, USER_INFO).map(Password::new),
                text(config, TIMEOUT).map(RegistrySettings::millis).orElse(DEFAULT_TIMEOUT)));
  }

  private static Optional<String> text(Map<String, ?> config, String key) {
    return Optional.<Object>ofNullable(config.get(key))
        .map(value -> value instanceof Password secret ? secret.value() : value.toString())
        .filter(value -> !value.isBlank());
  }

  private static URI url(String text) {
    try {
      var url = new URI(text);
      if (List.of("http", "https").contains(url.getScheme())
          && url.getHost() != null
          && url.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Said below; the exception's own text would repeat a password in the address.
    }
    throw new ConfigException(
        URL
            + " holds something that is not http://HOST:PORT/PATH or https://HOST:PORT/PATH;"
            + " a password goes into "
            + USER_INFO);
  }

  private static Duration millis(String text) {
    try {
      var millis = Long.parseLong(text);
      if (millis > 0) {
        return Duration.ofMillis(millis);
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new ConfigException(TIMEOUT, text, "must be a number of milliseconds above 0");
  }
}
