package io.copyflow.replay.diff;

import io.copyflow.ledger.Position;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;

/** What is known of one raw record, from either side. Its bytes sort by raw record. */
sealed interface Evidence {

  /** The raw record. */
  Position raw();

  /**
   * An outcome. Its bytes sort by side, then as outcomes lie in their topic: the last one counts.
   */
  record Outcome(Position raw, Side side, Judged judged) implements Evidence {
    private static final int TAG = 0;
  }

  /** An article that both sides show, with other fields. */
  record Changed(Position raw, Change change) implements Evidence {
    private static final int TAG = 1;
  }

  /** An article that one side shows. */
  record Single(Position raw, Shown shown) implements Evidence {
    private static final int TAG = 2;
  }

  static byte[] outcome(Position raw, Side side, long loggedOffset, Judged judged) {
    var out = raw.write(new FieldWriter()).small(Outcome.TAG).small(side.ordinal());
    return judged.write(out.number(loggedOffset)).toBytes();
  }

  static byte[] change(Position raw, Change change) {
    return change.write(raw.write(new FieldWriter()).small(Changed.TAG)).toBytes();
  }

  static byte[] single(Position raw, Shown shown) {
    var out = raw.write(new FieldWriter()).small(Single.TAG);
    return shown.write(out.text(shown.articleId()).small(shown.side().ordinal())).toBytes();
  }

  /** The evidence that one of the above wrote. */
  static Evidence from(byte[] bytes) {
    var in = new FieldReader(bytes);
    Position raw = Position.read(in);
    return switch (in.small()) {
      case Outcome.TAG -> outcome(raw, in);
      case Changed.TAG -> new Changed(raw, Change.read(in));
      default -> new Single(raw, Shown.read(in.text(), Side.values()[in.small()], in));
    };
  }

  private static Evidence outcome(Position raw, FieldReader in) {
    Side side = Side.values()[in.small()];
    long unused = in.longNumber();
    return new Outcome(raw, side, Judged.read(in));
  }
}
