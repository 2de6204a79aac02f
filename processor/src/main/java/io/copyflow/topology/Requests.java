package io.copyflow.topology;

import io.copyflow.avro.Cause;
import io.copyflow.avro.Document;
import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.RawPosition;
import io.copyflow.avro.Reread;
import io.copyflow.identity.ContentHash;
import io.copyflow.wire.Wire;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.serialization.Serde;

/** Requests to read a raw record again, as the topology itself makes and carries them. */
final class Requests {

  private static final Serde<Reread> BYTES = Wire.singleObject().serde(Reread.class);
  private static final String NO_TOPIC = "";

  private Requests() {}

  static byte[] toBytes(Reread request) {
    return BYTES.serializer().serialize(NO_TOPIC, request);
  }

  static Reread fromBytes(byte[] bytes) {
    return BYTES.deserializer().deserialize(NO_TOPIC, bytes);
  }

  /** The second half of a request, for when nothing is left of what the raw record was before. */
  static Reread afterwards(Reread request) {
    return Reread.newBuilder(request).setPrevious(null).build();
  }

  /** For a raw record that the rules of today read otherwise than state has it. */
  static Reread ofOutdated(
      RawPosition raw, Document document, String articleId, Sighted sighted, long now) {
    String content = ContentHash.beginning(sighted.sighting().content().text());
    return Reread.newBuilder()
        .setRaw(raw)
        .setDocument(document)
        .setCause(Cause.REPROCESS)
        .setAttempt(sighted.attempt() + 1)
        .setPrevious(new PreviousReading(articleId, content))
        .setRequestedAt(Instant.ofEpochMilli(now).truncatedTo(ChronoUnit.MILLIS))
        .build();
  }
}
