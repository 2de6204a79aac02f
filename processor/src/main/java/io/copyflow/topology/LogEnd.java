package io.copyflow.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.identity.RawRef;
import io.copyflow.identity.Ruling;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/** Marks of what was written last, so that nothing is written twice in a row. */
final class LogEnd {

  /** A tombstone, or no record at all. */
  static final long NOTHING = 0;

  /** Something that no record to come is equal to. */
  static final long UNKNOWN = 1;

  private LogEnd() {}

  /**
   * A revision's mark, whatever had it written.
   *
   * @param attempt which reading of the raw record it rests on
   * @param superseded the raw record of the revision before
   */
  static long ofRevision(int number, RawRef raw, int attempt, @Nullable RawRef superseded) {
    return of(number + " " + raw + " " + attempt + " " + superseded);
  }

  /** A verdict's mark, whatever had it written, and however alike its texts are. */
  static long of(Ruling ruling, boolean withdrawn, int attempt) {
    return of(ruling + " " + withdrawn + " " + attempt);
  }

  private static long of(String all) {
    return SchemaNormalization.fingerprint64(all.getBytes(UTF_8));
  }
}
