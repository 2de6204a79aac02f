package io.copyflow.topology;

import io.copyflow.identity.ContentHash;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting.Original;
import io.copyflow.identity.Window;
import io.copyflow.topology.avro.SightingMessage;
import java.util.Arrays;
import java.util.Map;
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
 * <p>Store: folded content hash → articleId, one entry for each raw record; without a window the
 * owner's is at the head, and alone decides on what comes after it. Nothing expires: a copy of a
 * ten-year-old article is found like any other. With a window a content has owners one after the
 * other, and any sighting may shift those behind it: each asks for all entries of its content.
 */
final class Claim implements Processor<String, SightingMessage, String, SightingMessage> {

  /** 128 bits of the folded content hash: no two of 10^15 contents meet by chance. */
  private static final int KEY_BYTES = 16;

  private final Recall recall;
  private final Window window;
  private ProcessorContext<String, SightingMessage> context;
  private GroupStore<Claimed> claims;

  Claim(Recall recall, Window window) {
    this.recall = recall;
    this.window = window;
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
    if (window.isNone()) {
      claim(record, group, claim);
    } else {
      claimWithin(record, group, claim);
    }
  }

  private void claim(
      Record<String, SightingMessage> record, GroupStore<Claimed>.Group group, Claimed claim) {
    SightingMessage read = record.value();
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

  private void claimWithin(
      Record<String, SightingMessage> record, GroupStore<Claimed>.Group group, Claimed claim) {
    Map<RawRef, Claimed> before = window.owners(group.all(), recall.order());
    group.put(claim);
    var all = group.all();
    Map<RawRef, Claimed> after = window.owners(all, recall.order());
    forward(record, Messages.claimed(record.value(), copyOf(owner(after, claim), claim)));
    for (Claimed other : all) {
      Claimed owner = owner(after, other);
      if (!other.equals(claim) && !owner.equals(before.get(other.raw()))) {
        forward(record, Messages.reclaimed(other, copyOf(owner, other)));
      }
    }
  }

  private static Claimed owner(Map<RawRef, Claimed> owners, Claimed claim) {
    return Objects.requireNonNull(owners.get(claim.raw()));
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
