package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.identity.ContentMark;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.RawOrder;
import io.copyflow.identity.RawRef;
import io.copyflow.topics.Keys;
import io.copyflow.topology.Reading.Identified;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was read from raw records that passed before: state keeps little of them, and a correction
 * needs the rest. Looks at the message in hand, then among the recent readings, then in the raw
 * log. Used by one task.
 */
final class Recall implements AutoCloseable {

  private final Rules rules;
  private final RecentReadings recent;
  private final RawLog rawLog;
  private final RawOrder order = new RawOrder(this::document);
  private final Map<RawRef, Identified> readAgain = new HashMap<>();
  private @Nullable Facts inHand;

  Recall(Rules rules, RecentReadings recent, RawLog rawLog) {
    this.rules = rules;
    this.recent = recent;
    this.rawLog = rawLog;
  }

  /**
   * Begins a new message; forgets what was read again for the one before.
   *
   * @param facts what the message itself says; null for a new verdict on an earlier record
   * @param reading the same with its article, if that travels along; one that cannot be written any
   *     more is as if today's rules read it otherwise
   */
  void begin(@Nullable Facts facts, @Nullable Identified reading) {
    readAgain.clear();
    inHand = facts;
    if (reading != null && rules.admits(reading)) {
      readAgain.put(reading.facts().raw().ref(), reading);
    }
  }

  /** The order that decides. */
  RawOrder order() {
    return order;
  }

  /**
   * Whether a raw record still reads as state has it. Newer rules may read it otherwise: then
   * nothing can be said of what it was.
   *
   * @param articleId the article that it was read as
   * @param content what it was read to show
   */
  boolean stillReads(RawRef raw, String articleId, ContentMark content) {
    return isInHand(raw) || stillShows(raw, articleId, content);
  }

  /** The same, where its article is needed: a copy that is in hand has left its own behind. */
  boolean stillShows(RawRef raw, String articleId, ContentMark content) {
    if (isInHand(raw) && readAgain.containsKey(raw)) {
      return true;
    }
    Identified found = reading(raw);
    return found != null
        && found.articleId().equals(articleId)
        && found.facts().mark().equals(content);
  }

  /** What an outcome of a raw record says beside the verdict; of one that still reads as it did. */
  Facts facts(RawRef raw) {
    return isInHand(raw) ? Objects.requireNonNull(inHand) : found(raw).facts();
  }

  /**
   * The article that a raw record gave, its revision still 0; of one that still reads as it did.
   * The caller's own.
   */
  Article article(RawRef raw) {
    return Articles.fromBytes(found(raw).article());
  }

  /** Key of the document of a raw record. */
  String document(RawRef raw) {
    Facts known = knownFacts(raw);
    return known == null
        ? document(raw, rawLog.at(raw.partition(), raw.offset()))
        : known.raw().document();
  }

  private @Nullable Facts knownFacts(RawRef raw) {
    if (isInHand(raw)) {
      return inHand;
    }
    Identified known = known(raw);
    return known == null ? null : known.facts();
  }

  private boolean isInHand(RawRef raw) {
    return inHand != null && inHand.raw().ref().equals(raw);
  }

  private @Nullable Identified known(RawRef raw) {
    Identified known = readAgain.get(raw);
    if (known != null) {
      return known;
    }
    Identified found = recent.find(raw);
    return found != null && rules.admits(found) ? found : null;
  }

  private Identified found(RawRef raw) {
    return Objects.requireNonNull(reading(raw));
  }

  /** What the rules of today read; null where that is no article. */
  private @Nullable Identified reading(RawRef raw) {
    Identified known = known(raw);
    if (known != null) {
      return known;
    }
    RawLog.Raw record = rawLog.at(raw.partition(), raw.offset());
    var key = new RawKey(raw.timestamp(), document(raw, record), raw.partition(), raw.offset());
    if (rules.read(key, record.value()) instanceof Identified identified) {
      readAgain.put(raw, identified);
      return identified;
    }
    return null;
  }

  private static String document(RawRef raw, RawLog.Raw record) {
    return Keys.of(Keys.rawDocument(record.key(), raw.partition(), raw.offset()));
  }

  @Override
  public void close() {
    rawLog.close();
  }
}
