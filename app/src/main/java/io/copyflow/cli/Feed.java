package io.copyflow.cli;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.IngestedVersion;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.RawArticle;
import io.copyflow.avro.Reread;
import io.copyflow.avro.Withdrawal;
import io.copyflow.topics.TopicSpec;
import io.copyflow.topics.Topics;
import io.copyflow.wire.Wire;
import java.util.Locale;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** A topic as the command line names it. */
@SuppressWarnings("ImmutableEnumChecker") // method references without state
enum Feed {
  ARTICLES(Topics::articles, Article.class),
  OUTCOMES(Topics::outcomes, Outcome.class),
  DEAD_LETTERS(Topics::deadLetters, DeadLetter.class),
  RAW(Topics::raw, RawArticle.class),
  REREADS(Topics::rereads, Reread.class),
  WITHDRAWALS(Topics::withdrawals, Withdrawal.class),
  DOCUMENTS(Topics::documents, IngestedVersion.class);

  private final Function<Topics, TopicSpec> topic;
  private final Class<? extends SpecificRecord> type;

  Feed(Function<Topics, TopicSpec> topic, Class<? extends SpecificRecord> type) {
    this.topic = topic;
    this.type = type;
  }

  TopicSpec topic(Topics topics) {
    return topic.apply(topics);
  }

  Deserializer<? extends SpecificRecord> decoder(Wire wire) {
    return wire.serde(type).deserializer();
  }

  /** As it is typed. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
