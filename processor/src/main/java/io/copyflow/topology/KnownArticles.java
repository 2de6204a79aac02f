package io.copyflow.topology;

import io.copyflow.identity.History;
import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Standing;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What state keeps of articles: what their histories need of each raw record, which of them are
 * withdrawn, and which are published but for a revision that could not be written yet. Texts, names
 * and whole hashes are not kept. Used by one task.
 */
final class KnownArticles {

  private static final byte WITHDRAWN = 1;
  private static final byte BEHIND = 2;

  /**
   * A history sorts its sightings itself; which of them the store has at the head does not matter.
   */
  private static final Comparator<RawRef> IN_ANY_ORDER = (one, other) -> 0;

  private final GroupStore<Sighted> histories;
  private final KeyValueStore<Bytes, byte[]> withdrawn;

  KnownArticles(ProcessorContext<?, ?> context, Dedup dedup) {
    histories = new GroupStore<>(context.getStateStore(dedup.histories()), Sighted.FORM);
    withdrawn = context.getStateStore(ArticleTopology.WITHDRAWN);
  }

  /** What is known of an article now; of one that was never seen, nothing. */
  Known find(String articleId) {
    return new Known(ArticleKeys.group(articleId));
  }

  /** An article, in the course of one message. */
  final class Known {

    private final Bytes key;
    private final GroupStore<Sighted>.Group group;
    private final Map<RawRef, Sighted> sightings = new HashMap<>();
    private boolean isWithdrawn;
    private @Nullable Long logEnd;

    private Known(byte[] key) {
      this.key = Bytes.wrap(key);
      this.group = histories.group(key);
      group.all().forEach(sighted -> sightings.put(sighted.raw(), sighted));
      read(withdrawn.get(this.key));
    }

    Standing standing(Comparator<RawRef> order, Reissues reissues) {
      var all = sightings.values().stream().map(Sighted::sighting).toList();
      return new Standing(History.of(all, order, reissues), isWithdrawn);
    }

    /** The sighting of a raw record; null where the article has none. */
    @Nullable Sighted find(RawRef raw) {
      return sightings.get(raw);
    }

    /** Adds a sighting, or replaces that of the same raw record. */
    void put(Sighted sighted) {
      sightings.put(sighted.raw(), sighted);
      group.put(sighted);
    }

    /** Forgets the sighting of a raw record. */
    void remove(RawRef raw) {
      sightings.remove(raw);
      group.remove(raw, IN_ANY_ORDER);
    }

    void setWithdrawn(boolean nowWithdrawn) {
      isWithdrawn = nowWithdrawn;
      withdrawn.put(key, bytes());
    }

    /**
     * Mark of what the log of articles ends with.
     *
     * @param published the raw records of the revisions that are published as things stand
     */
    long logEnd(List<RawRef> published) {
      if (logEnd != null) {
        return logEnd;
      }
      return published.isEmpty() ? LogEnd.NOTHING : markOf(published, published.size());
    }

    /** Mark of a revision, by its number. */
    long markOf(List<RawRef> revisions, int number) {
      Sighted superseded = number == 1 ? null : sighted(revisions.get(number - 2));
      return LogEnd.ofRevision(number, sighted(revisions.get(number - 1)), superseded);
    }

    private Sighted sighted(RawRef raw) {
      return Objects.requireNonNull(sightings.get(raw));
    }

    /**
     * Keeps what the log of articles ends with, where that is not the latest revision: it could not
     * be written yet. Null where it is.
     */
    void setLogEnd(@Nullable Long mark) {
      if (!Objects.equals(logEnd, mark)) {
        logEnd = mark;
        withdrawn.put(key, bytes());
      }
    }

    private void read(byte @Nullable [] stored) {
      if (stored != null) {
        isWithdrawn = (stored[0] & WITHDRAWN) != 0;
        logEnd = (stored[0] & BEHIND) == 0 ? null : (Long) ByteBuffer.wrap(stored, 1, 8).getLong();
      }
    }

    private byte @Nullable [] bytes() {
      byte flags = (byte) ((isWithdrawn ? WITHDRAWN : 0) | (logEnd == null ? 0 : BEHIND));
      if (logEnd == null) {
        return flags == 0 ? null : new byte[] {flags};
      }
      return ByteBuffer.allocate(1 + Long.BYTES).put(flags).putLong(logEnd).array();
    }
  }
}
