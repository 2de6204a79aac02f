package io.copyflow.topology;

import io.copyflow.identity.RawKey;
import io.copyflow.identity.Sighting.Original;
import io.copyflow.topology.OrderedStore.Entry;
import io.copyflow.topology.avro.SightingMessage;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Who had a content first? All sightings of one content meet here. The article of the earliest raw
 * record owns it; every other one learns whose copy it is. A sighting that is earlier than the
 * owner's takes the content over, and the verdicts that rested on the former owner are sent again.
 *
 * <p>Store: content hash → articleId, one entry for each raw record. Nothing expires: a copy of a
 * ten-year-old article is found like any other.
 */
final class Claim implements Processor<String, SightingMessage, String, SightingMessage> {

  private ProcessorContext<String, SightingMessage> context;
  private OrderedStore<String> claims;

  @Override
  public void init(ProcessorContext<String, SightingMessage> context) {
    this.context = context;
    this.claims = new OrderedStore<>(context.getStateStore(ArticleTopology.CLAIMS));
  }

  @Override
  public void process(Record<String, SightingMessage> record) {
    String content = record.key();
    SightingMessage seen = record.value();
    RawKey raw = Sightings.key(seen.getRaw());
    Entry<String> owner = claims.first(content);
    claims.put(content, raw, seen.getArticleId());
    if (owner == null || raw.compareTo(owner.raw()) < 0) {
      forward(record, Sightings.claimed(seen, null));
      reclaim(record, content, new Original(seen.getArticleId(), raw));
    } else {
      var original = new Original(owner.value(), owner.raw());
      forward(record, Sightings.claimed(seen, copyOf(original, seen.getArticleId())));
    }
  }

  /** Tells all others who have the content of its new first owner. */
  private void reclaim(Record<String, SightingMessage> record, String content, Original owner) {
    for (Entry<String> other : claims.all(content)) {
      if (!other.raw().equals(owner.raw())) {
        String articleId = other.value();
        forward(record, Sightings.reclaimed(articleId, other.raw(), copyOf(owner, articleId)));
      }
    }
  }

  private static @Nullable Original copyOf(Original owner, String articleId) {
    return owner.articleId().equals(articleId) ? null : owner;
  }

  private void forward(Record<String, SightingMessage> cause, SightingMessage message) {
    context.forward(cause.withKey(message.getArticleId()).withValue(message));
  }
}
