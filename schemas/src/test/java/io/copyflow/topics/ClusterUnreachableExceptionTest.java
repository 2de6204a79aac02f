package io.copyflow.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class ClusterUnreachableExceptionTest {

  @Test
  void timeoutInsideAnotherException_isUnreachable() {
    assertThat(message(new ExecutionException(new TimeoutException("metadata"))))
        .isEqualTo(
            "cluster unreachable: k:9092 does not answer in time;"
                + " is the broker running, and the address right?");
  }

  @Test
  void refusedLogin_isUnreachableAndNamesTheSettings() {
    assertThat(message(new SaslAuthenticationException("no")))
        .contains("refuses the login", "sasl.*");
  }

  @Test
  void addressThatDoesNotResolve_isUnreachable() {
    var cause = new ConfigException("No resolvable bootstrap urls given in bootstrap.servers");

    assertThat(message(new KafkaException("Failed to create", cause)))
        .contains("check bootstrap.servers");
  }

  @Test
  void whatTheClusterItselfAnswers_isNotUnreachable() {
    assertThat(
            ClusterUnreachableException.from("k:9092", new TopicAuthorizationException("denied")))
        .isEmpty();
    assertThat(ClusterUnreachableException.from("k:9092", new ConfigException("acks", "x")))
        .isEmpty();
  }

  private static String message(Throwable failure) {
    return ClusterUnreachableException.from("k:9092", failure).orElseThrow().getMessage();
  }
}
