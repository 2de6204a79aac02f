package io.copyflow.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.apache.kafka.common.record.internal.FileLogInputStream.FileChannelRecordBatch;
import org.apache.kafka.common.record.internal.FileRecords;

/** Takes away what a killed broker would not yet have written. */
final class LogFiles {

  private static final String FIRST_SEGMENT = "00000000000000000000.log";

  /** A transaction's first states, one batch each: known, with its partitions, decided. */
  private static final int UNTIL_DECIDED = 3;

  private LogFiles() {}

  /**
   * Makes the log end where the broker has decided to commit its one transaction and told nobody:
   * no marker stands in the partition, and the transaction is not complete.
   */
  static void cutBeforeMarkers(Path kafka, String partition) throws IOException {
    cutFrom(kafka.resolve(partition), FileChannelRecordBatch::isControlBatch);
    try (var states = Files.newDirectoryStream(kafka, "__transaction_state-*")) {
      for (Path state : states) {
        cutFrom(state, batch -> batch.baseOffset() >= UNTIL_DECIDED);
      }
    }
  }

  private static void cutFrom(Path partition, Predicate<FileChannelRecordBatch> first)
      throws IOException {
    try (var records = FileRecords.open(partition.resolve(FIRST_SEGMENT).toFile())) {
      for (var batch : records.batches()) {
        if (first.test(batch)) {
          records.truncateTo(batch.position());
          return;
        }
      }
    }
  }
}
