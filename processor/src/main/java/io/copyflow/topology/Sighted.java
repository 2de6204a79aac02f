package io.copyflow.topology;

import io.copyflow.identity.ContentMark;
import io.copyflow.identity.CopyKind;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting;
import io.copyflow.identity.Sighting.Original;
import java.nio.ByteBuffer;

/** A sighting, as the store of histories keeps it. */
record Sighted(Sighting sighting) implements GroupStore.Entry {

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
  private static final int TITLE_HIGH_BITS = Integer.SIZE;

  /** Kinds of copies by their codes in the store: never reorder what stands here. */
  private static final CopyKind[] KINDS = {
    CopyKind.EXACT, CopyKind.SCRIPT_VARIANT, CopyKind.REISSUE
  };

  @Override
  public RawRef raw() {
    return sighting.raw();
  }

  private void write(ByteBuffer to) {
    ContentMark mark = sighting.content();
    Original owner = sighting.copyOf();
    boolean folds = mark.script() != ContentMark.scriptOf(mark.text());
    to.put((byte) ((folds ? HAS_SCRIPT : 0) | (owner == null ? 0 : IS_COPY)));
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
    RawRef raw = RawRefs.read(from);
    long text = from.getLong();
    long titleHigh = Short.toUnsignedLong(from.getShort()) << TITLE_HIGH_BITS;
    long title = titleHigh | Integer.toUnsignedLong(from.getInt());
    int script = (has & HAS_SCRIPT) == 0 ? ContentMark.scriptOf(text) : from.getInt();
    Original owner = (has & IS_COPY) == 0 ? null : readOwner(from);
    return new Sighted(new Sighting(raw, new ContentMark(text, title, script), owner));
  }

  private static Original readOwner(ByteBuffer from) {
    RawRef raw = RawRefs.read(from);
    CopyKind kind = KINDS[from.get()];
    return new Original(ArticleKeys.read(from), raw, kind);
  }
}
