package io.copyflow.ledger;

import io.copyflow.avro.Article;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.Withdrawal;
import io.copyflow.ledger.Evidence.Buried;
import io.copyflow.ledger.Evidence.Came;
import io.copyflow.ledger.Evidence.Told;
import io.copyflow.ledger.Revision.Decided;
import io.copyflow.ledger.Revision.Published;
import io.copyflow.ledger.Violation.Invariant;
import io.copyflow.topics.Keys;
import io.copyflow.wire.Wire;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Makes evidence of what the topics hold. Used by one thread. */
final class Gathering implements Consumer<ConsumerRecord<String, byte[]>> {

  private static final Fingerprint TOMBSTONE = Fingerprint.of("");
  private static final List<OutcomeKind> OF_CONTENT =
      List.of(OutcomeKind.NEW, OutcomeKind.REVISED, OutcomeKind.UNCHANGED, OutcomeKind.DUPLICATE);

  private final Proof proof;
  private final Deserializer<Outcome> outcomes;
  private final Deserializer<Article> articles;
  private final Deserializer<Withdrawal> withdrawals;
  private final Deserializer<DeadLetter> deadLetters;

  Gathering(Proof proof, Wire wire) {
    this.proof = proof;
    outcomes = wire.serde(Outcome.class).deserializer();
    articles = wire.serde(Article.class).deserializer();
    withdrawals = wire.serde(Withdrawal.class).deserializer();
    deadLetters = wire.serde(DeadLetter.class).deserializer();
  }

  @Override
  public void accept(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.topic().equals(proof.topics().raw().name())) {
        raw(record);
      } else if (record.topic().equals(proof.topics().outcomes().name())) {
        outcome(record);
      } else if (record.topic().equals(proof.topics().articles().name())) {
        article(record);
      } else if (record.topic().equals(proof.topics().withdrawals().name())) {
        withdrawal(record);
      } else {
        deadLetter(record);
      }
    } catch (SerializationException e) {
      String place = record.topic() + " " + logged(record) + ": ";
      String name = record.key() == null ? "" : record.key();
      proof.findings().add(Invariant.READABLE, name, "", place + e.getMessage());
    }
  }

  private void raw(ConsumerRecord<String, byte[]> raw) {
    String document = Keys.of(Keys.rawDocument(raw.key(), raw.partition(), raw.offset()));
    // What a producer without a clock sends counts as the beginning of time.
    long timestamp = Math.max(0, raw.timestamp());
    proof.positions().add(new Came(logged(raw), timestamp, document).toBytes());
  }

  private void outcome(ConsumerRecord<String, byte[]> record) {
    Position raw =
        Position.parse(record.key())
            .orElseThrow(() -> new SerializationException("the key names no raw record"));
    Outcome outcome = outcomes.deserialize(record.topic(), record.value());
    var verdict = outcome == null ? null : verdict(raw, outcome);
    proof.positions().add(new Told(raw, logged(record), value(record), verdict).toBytes());
  }

  private static Verdict verdict(Position raw, Outcome outcome) {
    var verdict = Verdict.of(outcome);
    if (verdict.kind() == OutcomeKind.UNKNOWN) {
      throw new SerializationException("the outcome is of a kind that this version does not know");
    } else if (verdict.subject() == null && OF_CONTENT.contains(verdict.kind())) {
      throw new SerializationException(verdict.kind() + " without an article or a content hash");
    } else if (!Position.of(outcome.getRaw()).equals(raw)) {
      throw new SerializationException("the key names another raw record than the value");
    }
    return verdict;
  }

  private void withdrawal(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      throw new SerializationException("the key names no article");
    }
    Withdrawal decision = withdrawals.deserialize(record.topic(), record.value());
    boolean withdrawn = decision != null && !decision.getUndone();
    proof.revisions().add(new Decided(record.key(), logged(record), withdrawn).toBytes());
  }

  private void article(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      throw new SerializationException("the key names no article");
    }
    Article article = articles.deserialize(record.topic(), record.value());
    var fields = article == null ? null : Revision.Fields.of(article);
    var published = new Published(record.key(), logged(record), value(record), fields);
    proof.revisions().add(published.toBytes());
  }

  private void deadLetter(ConsumerRecord<String, byte[]> record) {
    DeadLetter letter = deadLetters.deserialize(record.topic(), record.value());
    if (letter != null) {
      var raw = Position.of(letter.getRaw());
      String document = Keys.of(letter.getDocument());
      proof.positions().add(new Buried(raw, letter.getAttempt(), document).toBytes());
    }
  }

  private static Position logged(ConsumerRecord<?, ?> record) {
    return new Position(record.partition(), record.offset());
  }

  private static Fingerprint value(ConsumerRecord<String, byte[]> record) {
    return record.value() == null ? TOMBSTONE : Fingerprint.of(record.value());
  }
}
