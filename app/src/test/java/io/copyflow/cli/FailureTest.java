package io.copyflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.ingest.failure.IngestUsageException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  void failureOnAnotherThread_isToldAsItself() {
    var failure = Failure.of(new CompletionException(new IngestUsageException("no such folder")));

    assertThat(failure).isEqualTo(new Failure(ExitCode.USAGE, "no such folder"));
  }

  @Test
  void clientTimeout_isAnUnreachableCluster() {
    assertThat(Failure.of(new TimeoutException("nobody there")).exitCode())
        .isEqualTo(ExitCode.UNREACHABLE);
  }

  @Test
  void defectOfOurs_saysWhereToLook() {
    assertThat(Failure.of(new IllegalStateException("odd")).line())
        .contains("odd")
        .contains("--verbose");
  }
}
