package io.copyflow.topology;

import io.copyflow.identity.History;
import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting;
import io.copyflow.identity.Standing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What state keeps of articles: what their histories need of each raw record, and which of them are
 * withdrawn. Texts, names and whole hashes are not kept. Used by one task.
 */
final class KnownArticles {

  private static final byte[] YES = {1};

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
    private final Map<RawRef, Sighting> sightings = new HashMap<>();
    private boolean isWithdrawn;

    private Known(byte[] key) {
      this.key = Bytes.wrap(key);
      this.group = histories.group(key);
      group.all().forEach(sighted -> sightings.put(sighted.raw(), sighted.sighting()));
      this.isWithdrawn = withdrawn.get(this.key) != null;
    }

    Standing standing(Comparator<RawRef> order, Reissues reissues) {
      return new Standing(History.of(sightings.values(), order, reissues), isWithdrawn);
    }

    /** The sighting of a raw record that passed before. */
    Sighting sighting(RawRef raw) {
      return Objects.requireNonNull(sightings.get(raw));
    }

    /** Adds a sighting, or replaces that of the same raw record. */
    void put(Sighting sighting) {
      sightings.put(sighting.raw(), sighting);
      group.put(new Sighted(sighting));
    }

    void setWithdrawn(boolean nowWithdrawn) {
      isWithdrawn = nowWithdrawn;
      withdrawn.put(key, nowWithdrawn ? YES : null);
    }
  }
}
