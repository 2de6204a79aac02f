package io.copyflow.topics;

import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** The Kafka cluster does not answer, or does not let us in; its message is one line for users. */
public final class ClusterUnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private ClusterUnreachableException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * What a failure of any Kafka client means, if it means that the cluster cannot be reached; empty
   * if it means something else.
   *
   * @param bootstrapServers as the client was given them
   * @param failure what the client threw; its causes count too
   */
  public static Optional<ClusterUnreachableException> from(
      String bootstrapServers, Throwable failure) {
    for (var cause = Optional.of(failure);
        cause.isPresent();
        cause = cause.map(Throwable::getCause)) {
      var reason = reason(cause.get());
      if (reason.isPresent()) {
        return reason.map(text ->
            new ClusterUnreachableException(
                "cluster unreachable: " + bootstrapServers + " " + text, failure));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> reason(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return Optional.of("does not answer in time; is the broker running, and the address right?");
    }
    if (failure instanceof AuthenticationException) {
      return Optional.of("refuses the login; check the security.* and sasl.* or ssl.* settings");
    }
    // The clients wrap an address that does not resolve in one, and that in the other.
    if (failure instanceof ConfigException && mentionsBootstrap(failure)) {
      return Optional.of("is no address of this network; check bootstrap.servers");
    }
    return Optional.empty();
  }

  private static boolean mentionsBootstrap(Throwable failure) {
    return failure instanceof KafkaException
        && Optional.ofNullable(failure.getMessage())
            .filter(text -> text.contains("bootstrap"))
            .isPresent();
  }
}
