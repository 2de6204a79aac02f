package io.copyflow.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.identity.ContentMark;
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
   * A revision's mark, whatever had it written. Of what tells one record of an article from another
   * it has all: two whose marks differ are not equal.
   *
   * @param revision what it shows, and which reading of the raw record it rests on
   * @param superseded the revision before, of which a record has the content alone
   */
  static long ofRevision(int number, Sighted revision, @Nullable Sighted superseded) {
    ContentMark content = superseded == null ? null : superseded.sighting().content();
    String before = content == null ? "" : content.text() + " " + content.script();
    return of(number + " " + revision.raw() + " " + revision.attempt() + " " + before);
  }

  /** A verdict's mark, whatever had it written, and however alike its texts are. */
  static long of(Ruling ruling, boolean withdrawn, int attempt) {
    return of(ruling + " " + withdrawn + " " + attempt);
  }

  private static long of(String all) {
    return SchemaNormalization.fingerprint64(all.getBytes(UTF_8));
  }
}
