package io.copyflow.topology;

import io.copyflow.avro.DeadLetter;
import io.copyflow.topics.Topics;

/**
 * How large a record may be that the output topics take: as the settings say, until a broker takes
 * less. Limits only become lower, so that a record that was refused once is refused from then on.
 * Thread-safe.
 */
final class RecordLimits {

  /** More than an article's record needs beside the article: its key, the batch around it. */
  private static final int ARTICLE_ENVELOPE_BYTES = 1 << 10;

  /** What a dead letter holds beside the bytes takes less: its key, its document, headers. */
  private static final int LETTER_ENVELOPE_BYTES = 512 << 10;

  /** More than the position and the times of a raw record take in an article. */
  private static final int PLACE_BYTES = 64;

  private volatile int article;
  private volatile int content = Topics.MAX_RECORD_BYTES - LETTER_ENVELOPE_BYTES;

  /**
   * The limits of topics that are as the catalogue has them.
   *
   * @param article most bytes of an encoded article
   */
  RecordLimits(int article) {
    this.article = article;
  }

  /** Most bytes of an encoded article whose raw record lies at the beginning of its topic. */
  int article() {
    return article;
  }

  /** Whether an encoded article cannot be over the limit, wherever its raw record lies. */
  boolean surelyTakes(int bytes) {
    return bytes <= article - PLACE_BYTES;
  }

  /** Whether an encoded article that was read can be written, wherever its raw record lies. */
  boolean takes(int bytes) {
    return bytes <= article + PLACE_BYTES;
  }

  /** Most bytes of a file in a dead letter; what is larger is left out. */
  int content() {
    return content;
  }

  /** Leaves out the bytes that a dead letter cannot hold; they lie in the raw record. */
  void fit(DeadLetter letter) {
    if (letter.getContent() != null && letter.getContent().remaining() > content) {
      letter.setContent(null);
      letter.setContentLeftOut(true);
    }
  }

  /**
   * The topic of articles has refused a record.
   *
   * @param bytes of its value
   * @param topicTakes the topic's largest batch
   */
  synchronized void articleRefused(int bytes, int topicTakes) {
    int taken = Math.min(topicTakes - ARTICLE_ENVELOPE_BYTES, bytes - 2 * PLACE_BYTES);
    article = Math.max(0, Math.min(article, taken));
  }

  /** The topic of dead letters has refused a record with so many bytes of a file. */
  synchronized void contentRefused(int bytes, int topicTakes) {
    int taken = Math.min(topicTakes - LETTER_ENVELOPE_BYTES, bytes - 1);
    content = Math.max(0, Math.min(content, taken));
  }
}
