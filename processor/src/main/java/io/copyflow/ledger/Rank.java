package io.copyflow.ledger;

import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;

/**
 * A raw record's place in the order that decides who was first: timestamp, then document as UTF-8
 * bytes, then position. Written here a second time on purpose: a proof that shared the order with
 * what it proves would share its mistakes.
 *
 * @param timestamp of the raw record, UTC milliseconds since the epoch
 * @param document its key, {@code SOURCE/PATH}
 * @param raw where it lies
 */
record Rank(long timestamp, String document, Position raw) {

  FieldWriter write(FieldWriter out) {
    return raw.write(out.number(timestamp).text(document));
  }

  static Rank read(FieldReader in) {
    return new Rank(in.longNumber(), in.text(), Position.read(in));
  }

  @Override
  public String toString() {
    return document + " (" + raw + ")";
  }
}
