package io.copyflow.ledger.explain;

import io.copyflow.topics.TopicReader;
import io.copyflow.topics.TopicSpec;
import io.copyflow.wire.Wire;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Looks for records of one topic from its beginning, in one pass, and keeps what fits: the latest
 * under each name, where a later record that does not fit, or a tombstone, takes an earlier away.
 *
 * @param kafka client properties, {@code bootstrap.servers} among them
 * @param name of a value: the key of its record, or what else makes it one of a kind
 */
record Search<T extends SpecificRecord>(
    Map<String, Object> kafka,
    Wire wire,
    TopicSpec topic,
    Class<T> type,
    Function<T, String> name) {

  /** Everything that fits. */
  Answers<T> everywhere(int most, Predicate<T> wanted) {
    var answers = new Answers<T>(most);
    TopicReader.readAll(kafka, topic.name(), collect(answers, wanted));
    return answers;
  }

  /** What fits under some keys; reads only the partitions in which they lie. */
  Answers<T> under(Collection<String> keys, Predicate<T> wanted) {
    var answers = new Answers<T>(Integer.MAX_VALUE);
    if (!keys.isEmpty()) {
      var collect = collect(answers, wanted);
      TopicReader.readPartitionsOf(
          kafka,
          topic.name(),
          keys,
          record -> {
            if (keys.contains(record.key())) {
              collect.accept(record);
            }
          });
    }
    return answers;
  }

  private Consumer<ConsumerRecord<String, byte[]>> collect(
      Answers<T> answers, Predicate<T> wanted) {
    var values = wire.serde(type).deserializer();
    return record -> {
      T value = values.deserialize(record.topic(), record.value());
      if (value == null) {
        answers.remove(record.key());
      } else if (wanted.test(value)) {
        var found = new Located<>(value, record.topic(), record.partition(), record.offset());
        answers.put(name.apply(value), found);
      } else {
        answers.remove(name.apply(value));
      }
    };
  }
}
