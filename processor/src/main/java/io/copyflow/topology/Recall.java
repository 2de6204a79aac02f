package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.identity.RawKey;
import io.copyflow.topology.avro.SightingMessage;
import java.util.HashMap;
import java.util.Map;

/**
 * The articles that one message's consequences need: the one that travels with it, others read
 * again from the raw log, each at most once.
 */
final class Recall {

  private final Reader reader;
  private final RawLog rawLog;
  private final Map<RawKey, Article> articles = new HashMap<>();

  Recall(Reader reader, RawLog rawLog, SightingMessage message) {
    this.reader = reader;
    this.rawLog = rawLog;
    Article travelling = Sightings.article(message);
    if (travelling != null) {
      articles.put(Sightings.key(message.getRaw()), travelling);
    }
  }

  /** The article that a raw record gave, its revision still 0. */
  Article article(RawKey raw) {
    return articles.computeIfAbsent(raw, this::readAgain);
  }

  private Article readAgain(RawKey raw) {
    Reading reading = reader.read(raw, rawLog.valueAt(raw.partition(), raw.offset()));
    if (reading instanceof Reading.Identified identified) {
      return identified.article();
    }
    throw new IllegalStateException(
        "raw record "
            + raw.partition()
            + "-"
            + raw.offset()
            + " was an article and is none under these rules; new rules need a replay");
  }
}
