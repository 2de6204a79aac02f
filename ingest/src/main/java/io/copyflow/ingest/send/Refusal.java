package io.copyflow.ingest.send;

import io.copyflow.ingest.failure.IngestException;
import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ingest.failure.SourceTakenException;
import io.copyflow.topics.ClusterUnreachableException;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Errors that no further attempt can mend, as exceptions that say what to do. */
final class Refusal {

  private Refusal() {}

  /** The exception to end with, if the error or one of its causes is such a one. */
  static Optional<RuntimeException> of(Throwable failure, String source, String cluster) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof ProducerFencedException) {
        return Optional.of(new SourceTakenException(source, failure));
      }
      if (at instanceof AuthenticationException || at instanceof ConfigException) {
        return Optional.of(misconfigured(at, cluster));
      }
      Optional<String> remedy = remedy(at);
      if (remedy.isPresent()) {
        String line = "the cluster refuses \"" + source + "\": " + at.getMessage();
        return Optional.of(new IngestException(line + "; " + remedy.get(), failure));
      }
    }
    return Optional.empty();
  }

  private static RuntimeException misconfigured(Throwable error, String cluster) {
    var unreachable = ClusterUnreachableException.from(cluster, error);
    return unreachable.isPresent()
        ? unreachable.get()
        : new IngestUsageException("Kafka property: " + error.getMessage());
  }

  private static Optional<String> remedy(Throwable error) {
    if (error instanceof AuthorizationException) {
      return Optional.of("grant this user write on the topics and on the transactional id");
    }
    if (error instanceof RecordTooLargeException) {
      return Optional.of("raise the topic's max.message.bytes or lower max.file.bytes");
    }
    if (error instanceof InvalidTimestampException) {
      return Optional.of("set this machine's clock or the broker's");
    }
    if (error instanceof UnsupportedVersionException) {
      return Optional.of("upgrade the broker");
    }
    return Optional.empty();
  }
}
