package io.copyflow.topology;

import io.copyflow.identity.ContentMark;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting;
import io.copyflow.identity.Sighting.Original;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A sighting, as the store of histories keeps it. */
record Sighted(Sighting sighting) implements GroupStore.Entry {

  static final GroupStore.Form<Sighted> FORM =
      new GroupStore.Form<>() {
        @Override
        public void write(Sighted sighted, ByteBuffer to) {
          RawRefs.write(sighted.raw(), to);
          writeMark(sighted.sighting.content(), to);
          Original owner = sighted.sighting.copyOf();
          if (owner != null) {
            RawRefs.write(owner.raw(), to);
            to.put(ArticleKeys.bytes(owner.articleId()));
          }
        }

        @Override
        public Sighted read(ByteBuffer from) {
          RawRef raw = RawRefs.read(from);
          return new Sighted(new Sighting(raw, readMark(from), readOwner(from)));
        }
      };

  private static final int TITLE_HIGH_BITS = Integer.SIZE;

  @Override
  public RawRef raw() {
    return sighting.raw();
  }

  private static void writeMark(ContentMark mark, ByteBuffer to) {
    to.putLong(mark.text())
        .putShort((short) (mark.title() >>> TITLE_HIGH_BITS))
        .putInt((int) mark.title());
  }

  private static ContentMark readMark(ByteBuffer from) {
    long text = from.getLong();
    long high = Short.toUnsignedLong(from.getShort());
    return new ContentMark(text, high << TITLE_HIGH_BITS | Integer.toUnsignedLong(from.getInt()));
  }

  private static @Nullable Original readOwner(ByteBuffer from) {
    if (!from.hasRemaining()) {
      return null;
    }
    RawRef raw = RawRefs.read(from);
    return new Original(ArticleKeys.read(from), raw);
  }
}
