package io.copyflow.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"1+3f9a2c1d", "12+3f9a2c1d.2048-100-16-1"})
  void rules_comeBackFromTheNameOfAMember(String rules) {
    String name = Processors.memberName("2b6e1f7c-8d55-4c5e-9d39-0a0f6f2f2b11", rules);

    assertThat(name).matches("[a-zA-Z0-9._-]+");
    assertThat(Processors.rulesOf(name + "-2")).isEqualTo(rules);
  }

  @Test
  void memberOfAnotherVersion_tellsNoRules() {
    assertThat(Processors.rulesOf("2b6e1f7c-8d55-4c5e-9d39-0a0f6f2f2b11-1"))
        .isEqualTo(Processors.UNTOLD);
  }
}
