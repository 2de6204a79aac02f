package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.RawOrder;
import io.copyflow.identity.RawRef;
import io.copyflow.topics.Keys;
import io.copyflow.topology.Reading.Identified;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was read from raw records that passed before: state keeps little of them, and a correction
 * needs the rest. Looks at the message in hand, then among the recent readings, then in the raw
 * log. Used by one task.
 */
final class Recall implements AutoCloseable {

  private final Reader reader;
  private final RecentReadings recent;
  private final RawLog rawLog;
  private final RawOrder order = new RawOrder(this::document);
  private final Map<RawRef, Identified> readAgain = new HashMap<>();
  private @Nullable Facts inHand;

  Recall(Reader reader, RecentReadings recent, RawLog rawLog) {
    this.reader = reader;
    this.recent = recent;
    this.rawLog = rawLog;
  }

  /**
   * Begins a new message; forgets what was read again for the one before.
   *
   * @param facts what the message itself says; null for a new verdict on an earlier record
   * @param reading the same with its article, if that travels along
   */
  void begin(@Nullable Facts facts, @Nullable Identified reading) {
    readAgain.clear();
    inHand = facts;
    if (reading != null) {
      readAgain.put(reading.facts().raw().ref(), reading);
    }
  }

  /** The order that decides. */
  RawOrder order() {
    return order;
  }

  /** What an outcome of a raw record says beside the verdict. */
  Facts facts(RawRef raw) {
    Facts known = knownFacts(raw);
    return known == null ? reading(raw).facts() : known;
  }

  /** The article that a raw record gave, its revision still 0. The caller's own. */
  Article article(RawRef raw) {
    return Articles.fromBytes(reading(raw).article());
  }

  private String document(RawRef raw) {
    Facts known = knownFacts(raw);
    return known == null
        ? document(raw, rawLog.at(raw.partition(), raw.offset()))
        : known.raw().document();
  }

  private @Nullable Facts knownFacts(RawRef raw) {
    if (inHand != null && inHand.raw().ref().equals(raw)) {
      return inHand;
    }
    Identified known = known(raw);
    return known == null ? null : known.facts();
  }

  private @Nullable Identified known(RawRef raw) {
    Identified known = readAgain.get(raw);
    return known == null ? recent.find(raw) : known;
  }

  private Identified reading(RawRef raw) {
    Identified known = known(raw);
    if (known != null) {
      return known;
    }
    RawLog.Raw record = rawLog.at(raw.partition(), raw.offset());
    var key = new RawKey(raw.timestamp(), document(raw, record), raw.partition(), raw.offset());
    if (reader.read(key, record.value()) instanceof Identified identified) {
      readAgain.put(raw, identified);
      return identified;
    }
    throw new IllegalStateException(
        "raw record "
            + raw.partition()
            + "-"
            + raw.offset()
            + " was an article and is none under these rules; new rules need a replay");
  }

  private static String document(RawRef raw, RawLog.Raw record) {
    return Keys.of(Keys.rawDocument(record.key(), raw.partition(), raw.offset()));
  }

  @Override
  public void close() {
    rawLog.close();
  }
}
