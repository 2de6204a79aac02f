package io.copyflow.topology;

import io.copyflow.identity.ContentMark;
import io.copyflow.identity.CopyKind;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting;
import io.copyflow.identity.Sighting.Original;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A sighting, as the store of histories keeps it.
 *
 * @param attempt which reading of the raw record it rests on, from 1
 * @param owed where its verdict has yet to be written, because that rests on a record that is to be
 *     read again first: a mark of the verdict that was written last; else null
 */
record Sighted(Sighting sighting, int attempt, @Nullable Long owed) implements GroupStore.Entry {

  static final GroupStore.Form<Sighted> FORM =
      new GroupStore.Form<>() {
        @Override
        public void write(Sighted sighted, ByteBuffer to) {
          sighted.write(to);
        }

        @Override
        public Sighted read(ByteBuffer from) {
          return Sighted.read(from);
        }
      };

  private static final byte HAS_SCRIPT = 1;
  private static final byte IS_COPY = 2;
  private static final byte IS_READ_AGAIN = 4;
  private static final byte IS_OWED = 8;
  private static final int TITLE_HIGH_BITS = Integer.SIZE;

  /** Kinds of copies by their codes in the store: never reorder what stands here. */
  private static final CopyKind[] KINDS = {
    CopyKind.EXACT, CopyKind.SCRIPT_VARIANT, CopyKind.REISSUE
  };

  @Override
  public RawRef raw() {
    return sighting.raw();
  }

  /** The same, its verdict yet to be written, or written where there is no mark. */
  Sighted withOwed(@Nullable Long nowOwed) {
    return new Sighted(sighting, attempt, nowOwed);
  }

  private void write(ByteBuffer to) {
    ContentMark mark = sighting.content();
    Original owner = sighting.copyOf();
    boolean folds = mark.script() != ContentMark.scriptOf(mark.text());
    int has =
        (folds ? HAS_SCRIPT : 0) | (owner == null ? 0 : IS_COPY) | (owed == null ? 0 : IS_OWED);
    Attempts.write(attempt, has, IS_READ_AGAIN, to);
    if (owed != null) {
      to.putLong(owed);
    }
    RawRefs.write(raw(), to);
    to.putLong(mark.text())
        .putShort((short) (mark.title() >>> TITLE_HIGH_BITS))
        .putInt((int) mark.title());
    if (folds) {
      to.putInt(mark.script());
    }
    if (owner != null) {
      RawRefs.write(owner.raw(), to);
      to.put((byte) owner.kind().ordinal()).put(ArticleKeys.bytes(owner.articleId()));
    }
  }

  private static Sighted read(ByteBuffer from) {
    byte has = from.get();
    int attempt = Attempts.read(has, IS_READ_AGAIN, from);
    Long owed = (has & IS_OWED) == 0 ? null : (Long) from.getLong();
    RawRef raw = RawRefs.read(from);
    long text = from.getLong();
    long titleHigh = Short.toUnsignedLong(from.getShort()) << TITLE_HIGH_BITS;
    long title = titleHigh | Integer.toUnsignedLong(from.getInt());
    int script = (has & HAS_SCRIPT) == 0 ? ContentMark.scriptOf(text) : from.getInt();
    Original owner = (has & IS_COPY) == 0 ? null : readOwner(from);
    var sighting = new Sighting(raw, new ContentMark(text, title, script), owner);
    return new Sighted(sighting, attempt, owed);
  }

  private static Original readOwner(ByteBuffer from) {
    RawRef raw = RawRefs.read(from);
    CopyKind kind = KINDS[from.get()];
    return new Original(ArticleKeys.read(from), raw, kind);
  }
}
