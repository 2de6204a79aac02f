package io.copyflow.topology;

import io.copyflow.identity.ContentHash;
import io.copyflow.identity.Sighting.Original;
import io.copyflow.topology.avro.SightingMessage;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Who had a content first? All sightings of one content meet here, in whatever script. The article
 * of the earliest raw record owns it; every other one learns whose copy it is. A sighting that is
 * earlier than the owner's takes the content over, and the verdicts that rested on the former owner
 * are sent again.
 *
 * <p>Store: folded content hash → articleId, one entry for each raw record, the owner's at the
 * head. Nothing expires: a copy of a ten-year-old article is found like any other.
 */
final class Claim implements Processor<String, SightingMessage, String, SightingMessage> {

  /** 128 bits of the folded content hash: no two of 10^15 contents meet by chance. */
  private static final int KEY_BYTES = 16;

  private final Recall recall;
  private ProcessorContext<String, SightingMessage> context;
  private GroupStore<Claimed> claims;

  Claim(Recall recall) {
    this.recall = recall;
  }

  @Override
  public void init(ProcessorContext<String, SightingMessage> context) {
    this.context = context;
    this.claims = new GroupStore<>(context.getStateStore(ArticleTopology.CLAIMS), Claimed.FORM);
  }

  @Override
  public void process(Record<String, SightingMessage> record) {
    SightingMessage read = record.value();
    Facts facts = Objects.requireNonNull(Messages.facts(read));
    recall.begin(facts, null);
    Claimed claim = Claimed.of(read.getArticleId(), facts);
    GroupStore<Claimed>.Group group = claims.group(key(facts.content().folded()));
    Claimed owner = group.head();
    if (owner == null || recall.order().compare(claim.raw(), owner.raw()) < 0) {
      forward(record, Messages.claimed(read, null));
      reclaim(record, group, claim);
      group.lead(claim);
    } else {
      forward(record, Messages.claimed(read, copyOf(owner, claim)));
      group.put(claim);
    }
  }

  /** Tells all others who have the content of its new first owner. */
  private void reclaim(Record<?, ?> cause, GroupStore<Claimed>.Group others, Claimed owner) {
    for (Claimed other : others.all()) {
      forward(cause, Messages.reclaimed(other, copyOf(owner, other)));
    }
  }

  private static @Nullable Original copyOf(Claimed owner, Claimed claim) {
    return owner.articleId().equals(claim.articleId())
        ? null
        : new Original(owner.articleId(), owner.raw(), claim.kindOfCopy(owner));
  }

  private static byte[] key(ContentHash folded) {
    return Arrays.copyOf(folded.digest(), KEY_BYTES);
  }

  private void forward(Record<?, ?> cause, SightingMessage message) {
    context.forward(
        new Record<>(message.getArticleId(), message, cause.timestamp(), cause.headers()));
  }

  @Override
  public void close() {
    recall.close();
  }
}
