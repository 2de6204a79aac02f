package io.copyflow.ledger;

import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import org.jspecify.annotations.Nullable;

/**
 * What one record says of a raw record. Its bytes sort by raw record, then by what says it, as
 * declared here, then by place in its topic.
 */
sealed interface Evidence {

  /** The raw record that it speaks of. */
  Position raw();

  /** Fields behind the position, in order. */
  FieldWriter write(FieldWriter out);

  /** The raw record itself. */
  record Came(Position raw, long timestamp, String document) implements Evidence {
    static final int TAG = 0;

    @Override
    public FieldWriter write(FieldWriter out) {
      return out.small(TAG).number(timestamp).text(document);
    }
  }

  /**
   * An outcome.
   *
   * @param logged where it lies in its topic
   * @param value its bytes; equal ones in a row were written twice
   * @param verdict null for a tombstone
   */
  record Told(Position raw, Position logged, Fingerprint value, @Nullable Verdict verdict)
      implements Evidence {
    static final int TAG = 1;

    @Override
    public FieldWriter write(FieldWriter out) {
      value.write(logged.write(out.small(TAG)));
      return verdict == null ? out.small(0) : verdict.write(out.small(1));
    }
  }

  /**
   * A dead letter.
   *
   * @param attempt how many times the raw record had failed
   * @param document that it says the raw record holds
   */
  record Buried(Position raw, int attempt, String document) implements Evidence {
    static final int TAG = 2;

    @Override
    public FieldWriter write(FieldWriter out) {
      return out.small(TAG).number(attempt).text(document);
    }
  }

  /** The evidence as one record to sort. */
  default byte[] toBytes() {
    return write(raw().write(new FieldWriter())).toBytes();
  }

  /** The evidence that {@link #toBytes()} wrote. */
  static Evidence from(byte[] bytes) {
    var in = new FieldReader(bytes);
    var raw = Position.read(in);
    return switch (in.small()) {
      case Came.TAG -> new Came(raw, in.longNumber(), in.text());
      case Told.TAG -> told(raw, in);
      default -> new Buried(raw, in.number(), in.text());
    };
  }

  private static Told told(Position raw, FieldReader in) {
    return new Told(
        raw, Position.read(in), Fingerprint.read(in), in.small() == 0 ? null : Verdict.read(in));
  }
}
