package io.copyflow.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrySettingsTest {

  @Test
  void noAddress_isNoRegistry() {
    assertThat(RegistrySettings.from(Map.of(RegistrySettings.URL, " "))).isEmpty();
  }

  @Test
  void addresses_keepTheirOrder() {
    assertThat(RegistrySettings.from(Map.of(RegistrySettings.URL, "http://a:1, https://b/x ,")))
        .hasValueSatisfying(settings ->
            assertThat(settings.urls())
                .containsExactly(URI.create("http://a:1"), URI.create("https://b/x")));
  }

  @Test
  void defaults_areTenSecondsAndNoPassword() {
    assertThat(RegistrySettings.from(Map.of(RegistrySettings.URL, "http://a")))
        .contains(RegistrySettings.of(URI.create("http://a")));
    assertThat(RegistrySettings.of(URI.create("http://a")).timeout())
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void everyKey_isTakenOver() {
    var settings =
        RegistrySettings.from(
            Map.of(
                RegistrySettings.URL, "http://a",
                RegistrySettings.USER_INFO, "me:secret",
                RegistrySettings.TIMEOUT, "1500"));

    assertThat(settings)
        .get()
        .extracting(RegistrySettings::timeout)
        .isEqualTo(Duration.ofMillis(1500));
    assertThat(settings.orElseThrow().userInfo()).contains(new Password("me:secret"));
  }

  @Test
  void password_isNotPrinted() {
    var settings =
        RegistrySettings.from(
            Map.of(RegistrySettings.URL, "http://a", RegistrySettings.USER_INFO, "me:secret"));

    assertThat(settings.orElseThrow().toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:8081", "ftp://a", "http://", "http://me:secret@a", "http://a b", ","})
  void addressThatIsNone_isRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> RegistrySettings.from(Map.of(RegistrySettings.URL, url)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(RegistrySettings.URL)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "10s"})
  void timeoutThatIsNone_isRefused(String timeout) {
    var config = Map.of(RegistrySettings.URL, "http://a", RegistrySettings.TIMEOUT, timeout);

    assertThatThrownBy(() -> RegistrySettings.from(config))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("must be a number of milliseconds above 0");
  }
}
