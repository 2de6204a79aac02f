package io.copyflow.topology;

import io.copyflow.identity.ContentHash;
import io.copyflow.identity.ContentMark;
import io.copyflow.identity.CopyKind;
import io.copyflow.identity.Hashes;
import io.copyflow.identity.Identity;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Window;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.common.utils.ByteUtils;
import org.jspecify.annotations.Nullable;

/**
 * That an article shows a content, as the store of contents keeps it.
 *
 * @param raw the raw record that shows it
 * @param articleId the article
 * @param script tells script variants of one folded content apart; null where nothing folds
 * @param publishedDay days since the epoch; null where the article does not say, or has no id of
 *     its publisher's own: only such an article can be a re-issue
 * @param attempt which reading of the raw record it rests on, from 1
 */
record Claimed(
    RawRef raw,
    String articleId,
    @Nullable Integer script,
    @Nullable Integer publishedDay,
    int attempt)
    implements GroupStore.Entry, Window.Showing {

  static final GroupStore.Form<Claimed> FORM =
      new GroupStore.Form<>() {
        @Override
        public void write(Claimed claimed, ByteBuffer to) {
          claimed.write(to);
        }

        @Override
        public Claimed read(ByteBuffer from) {
          return Claimed.read(from);
        }
      };

  /** Days between two publications from which on the later one is a re-issue. */
  private static final int REISSUE_DAYS = 2;

  private static final byte HAS_SCRIPT = 1;
  private static final byte HAS_DAY = 2;
  private static final byte IS_READ_AGAIN = 4;

  /** The claim that a raw record makes. */
  static Claimed of(String articleId, Facts facts, int attempt) {
    Hashes content = facts.content();
    ContentHash folded = content.foldedIfDifferent();
    return new Claimed(
        facts.raw().ref(),
        articleId,
        folded == null ? null : (Integer) ContentMark.scriptOf(content),
        Identity.samePublisher(articleId, articleId) ? facts.publishedDay() : null,
        attempt);
  }

  /** How this one's content repeats that of the content's owner, another article. */
  CopyKind kindOfCopy(Claimed owner) {
    if (!Objects.equals(script, owner.script)) {
      return CopyKind.SCRIPT_VARIANT;
    }
    return publishedDay != null
            && owner.publishedDay != null
            && Math.abs(publishedDay - owner.publishedDay) >= REISSUE_DAYS
            && Identity.samePublisher(articleId, owner.articleId)
        ? CopyKind.REISSUE
        : CopyKind.EXACT;
  }

  private void write(ByteBuffer to) {
    int has = (script == null ? 0 : HAS_SCRIPT) | (publishedDay == null ? 0 : HAS_DAY);
    Attempts.write(attempt, has, IS_READ_AGAIN, to);
    RawRefs.write(raw, to);
    if (script != null) {
      to.putInt(script);
    }
    if (publishedDay != null) {
      ByteUtils.writeVarint(publishedDay, to);
    }
    to.put(ArticleKeys.bytes(articleId));
  }

  private static Claimed read(ByteBuffer from) {
    byte has = from.get();
    int attempt = Attempts.read(has, IS_READ_AGAIN, from);
    RawRef raw = RawRefs.read(from);
    Integer script = (has & HAS_SCRIPT) == 0 ? null : (Integer) from.getInt();
    Integer day = (has & HAS_DAY) == 0 ? null : (Integer) ByteUtils.readVarint(from);
    return new Claimed(raw, ArticleKeys.read(from), script, day, attempt);
  }
}
