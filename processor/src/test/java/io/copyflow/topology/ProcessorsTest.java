package io.copyflow.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"1+3f9a2c1d", "12+3f9a2c1d.2048-100-16-1"})
  void rules_comeBackFromTheNameOfAClient(String rules) {
    String name = Processors.clientId("copyflow", rules, "2b6e1f7c-8d55-4c5e-9d39-0a0f6f2f2b11");

    assertThat(Processors.rules(name + "-StreamThread-2-consumer")).isEqualTo(rules);
  }

  @Test
  void clientOfAnotherVersion_tellsNoRules() {
    assertThat(Processors.rules("copyflow-2b6e1f7c-StreamThread-1-consumer"))
        .isEqualTo(Processors.UNTOLD);
  }
}
