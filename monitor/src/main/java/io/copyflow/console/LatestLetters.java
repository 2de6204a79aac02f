package io.copyflow.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.avro.DeadLetter;
import io.copyflow.http.JsonPost;
import io.copyflow.http.RefusedException;
import io.copyflow.topics.Keys;
import io.copyflow.topics.TopicReader;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The latest dead letters of one reason, from the ends of their topic's partitions. */
final class LatestLetters {

  private static final Logger LOG = LoggerFactory.getLogger(LatestLetters.class);
  private static final int MOST_BYTES = 200;
  private static final int SHOWN = 8;

  /** A dead letter holds its file: more would be megabytes for a glance. */
  private static final int LAST = 100;

  private static final Comparator<Letter> OLDEST_FIRST =
      Comparator.comparing(Letter::at).thenComparing(Letter::raw);

  /**
   * A dead letter.
   *
   * @param at when its raw record was ingested, in milliseconds of the epoch
   * @param raw position of that
   * @param detail the cause in one line; may quote the file
   */
  record Letter(long at, String document, String raw, String detail, int attempt) {}

  /**
   * A sample.
   *
   * @param letters newest first
   * @param searched how many of each partition's latest dead letters were looked at, at most
   */
  record Sample(String reason, List<Letter> letters, int searched) {}

  private final Reach reach;

  LatestLetters(Reach reach) {
    this.reach = reach;
  }

  Sample answer(JsonNode request) throws RefusedException {
    String reason = JsonPost.text(request, "reason", MOST_BYTES);
    var latest = new PriorityQueue<>(OLDEST_FIRST);
    try {
      read(reason, latest);
    } catch (KafkaException e) {
      LOG.warn("dead letters could not be read", e);
      throw new RefusedException("the cluster could not be read; the log says why");
    }
    return new Sample(reason, latest.stream().sorted(OLDEST_FIRST.reversed()).toList(), LAST);
  }

  private void read(String reason, PriorityQueue<Letter> latest) {
    String topic = reach.topics().deadLetters().name();
    var values = reach.wire().serde(DeadLetter.class).deserializer();
    TopicReader.readLast(
        reach.client(),
        topic,
        LAST,
        record -> {
          try {
            DeadLetter letter = values.deserialize(topic, record.value());
            if (letter != null && letter.getReason().equals(reason)) {
              latest.add(shown(record.timestamp(), letter));
            }
          } catch (SerializationException e) {
            LOG.debug("no dead letter at {}-{}", record.partition(), record.offset(), e);
          }
          if (latest.size() > SHOWN) {
            latest.poll();
          }
        });
  }

  private static Letter shown(long at, DeadLetter letter) {
    return new Letter(
        at,
        Keys.of(letter.getDocument()),
        Keys.of(letter.getRaw()),
        letter.getDetail(),
        letter.getAttempt());
  }
}
