package io.copyflow.cli;

import io.copyflow.broker.BrokerFailedException;
import io.copyflow.broker.DataDirectoryException;
import io.copyflow.broker.PortInUseException;
import io.copyflow.http.HttpUnavailableException;
import io.copyflow.ingest.failure.IngestException;
import io.copyflow.ingest.failure.IngestUsageException;
import io.copyflow.ledger.sort.TempSpaceException;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.replay.ReplayException;
import io.copyflow.reread.TurnTakenException;
import io.copyflow.settings.SettingsException;
import io.copyflow.topics.ClusterUnreachableException;
import io.copyflow.topology.PipelineStoppedException;
import io.copyflow.topology.StateRefusedException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;

/**
 * What a user is told of an exception.
 *
 * @param exitCode one of {@link ExitCode}
 * @param line what failed, on what, and what to do; may hold control characters
 */
record Failure(int exitCode, String line) {

  static Failure of(Throwable thrown) {
    if (thrown instanceof CommandFailedException failed) {
      return new Failure(failed.exitCode(), said(thrown));
    }
    if (thrown instanceof SettingsException
        || thrown instanceof ProfilesException
        || thrown instanceof ConfigException
        || thrown instanceof IngestUsageException) {
      return new Failure(ExitCode.USAGE, said(thrown));
    }
    if (thrown instanceof ClusterUnreachableException) {
      return new Failure(ExitCode.UNREACHABLE, said(thrown));
    }
    if (thrown instanceof DataDirectoryException
        || thrown instanceof PortInUseException
        || thrown instanceof HttpUnavailableException
        || thrown instanceof BrokerFailedException
        || thrown instanceof IngestException
        || thrown instanceof TempSpaceException
        || thrown instanceof PipelineStoppedException
        || thrown instanceof StateRefusedException
        || thrown instanceof ReplayException
        || thrown instanceof TurnTakenException) {
      return new Failure(ExitCode.FAILED, said(thrown));
    }
    return thrown instanceof CompletionException && thrown.getCause() != null
        ? of(thrown.getCause())
        : ofClient(thrown);
  }

  private static Failure ofClient(Throwable thrown) {
    return ClusterUnreachableException.from("the cluster", thrown)
        .map(unreachable -> new Failure(ExitCode.UNREACHABLE, said(unreachable)))
        .orElseGet(() -> new Failure(ExitCode.FAILED, prefix(thrown) + said(thrown)));
  }

  private static String prefix(Throwable thrown) {
    return thrown instanceof KafkaException
        ? "Kafka refused: "
        : "unexpected " + thrown.getClass().getSimpleName() + " (--verbose shows where): ";
  }

  /** What an exception says, which may be nothing. */
  static String said(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? "no further detail" : message;
  }
}
