package io.copyflow.topology;

import io.copyflow.identity.ContentHash;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting.Original;
import io.copyflow.identity.Window;
import io.copyflow.topology.avro.Retraction;
import io.copyflow.topology.avro.SightingMessage;
import java.nio.ByteBuffer;
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
 * other, and any sighting may shift those behind it: each asks for all entries of its content. So
 * does a record that was read again.
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
    if (record.value().getRetracts() != null) {
      retract(record, record.value().getRetracts());
      return;
    }
    SightingMessage read = record.value();
    Facts facts = Objects.requireNonNull(Messages.facts(read));
    recall.begin(facts, null);
    Claimed claim = Claimed.of(read.getArticleId(), facts, read.getAttempt());
    GroupStore<Claimed>.Group group = claims.group(key(facts.content().folded()));
    if (window.isNone() && claim.attempt() == Attempts.FIRST) {
      claim(record, group, claim);
    } else {
      claimAmongAll(record, group, claim);
    }
  }

  /** Without a window, and for the first time: then the owner alone decides. */
  private void claim(
      Record<String, SightingMessage> record, GroupStore<Claimed>.Group group, Claimed claim) {
    if (group.find(claim.raw()) != null) {
      return; // Read before, as after a loss of the application's offsets, and perhaps again since.
    }
    SightingMessage read = record.value();
    Claimed owner = group.head();
    if (owner == null || recall.order().compare(claim.raw(), owner.raw()) < 0) {
      forward(record, Messages.claimed(read, null));
      for (Claimed other : group.all()) {
        forward(record, Messages.reclaimed(other, copyOf(claim, other), Trigger.of(read)));
      }
      group.lead(claim);
    } else {
      forward(record, Messages.claimed(read, copyOf(owner, claim)));
      group.put(claim);
    }
  }

  private void claimAmongAll(
      Record<String, SightingMessage> record, GroupStore<Claimed>.Group group, Claimed claim) {
    Map<RawRef, Claimed> before = owners(group);
    put(group, claim);
    Map<RawRef, Claimed> after = owners(group);
    forward(record, Messages.claimed(record.value(), copyOf(owner(after, claim), claim)));
    reclaim(record, group, before, after);
  }

  private void put(GroupStore<Claimed>.Group group, Claimed claim) {
    Claimed head = group.head();
    if (head != null && window.isNone() && recall.order().compare(claim.raw(), head.raw()) < 0) {
      group.lead(claim);
    } else {
      group.put(claim);
    }
  }

  /**
   * A raw record does not show a content any more: the next one has it. Its article is told where
   * it has to let go of the raw record; where not, it has the new reading, or will have.
   */
  private void retract(Record<String, SightingMessage> record, Retraction retraction) {
    SightingMessage message = record.value();
    recall.begin(null, null);
    RawRef raw = RawRefs.of(message.getRaw());
    byte[] beginning = ByteBuffer.allocate(Long.BYTES).putLong(retraction.getText()).array();
    GroupStore<Claimed>.Group group = claims.holding(raw, beginning, KEY_BYTES);
    Claimed claim = group == null ? null : group.find(raw);
    if (group != null && claim != null && claim.attempt() < message.getAttempt()) {
      Map<RawRef, Claimed> before = owners(group);
      group.remove(raw, recall.order());
      reclaim(record, group, before, owners(group));
    }
    if (retraction.getRequest() != null) {
      forward(record, message);
    }
  }

  private Map<RawRef, Claimed> owners(GroupStore<Claimed>.Group group) {
    return window.owners(group.all(), recall.order());
  }

  /** Tells those whose original is another than before; what is new has been told. */
  private void reclaim(
      Record<String, SightingMessage> cause,
      GroupStore<Claimed>.Group group,
      Map<RawRef, Claimed> before,
      Map<RawRef, Claimed> after) {
    for (Claimed other : group.all()) {
      Claimed former = before.get(other.raw());
      Original copyOf = copyOf(owner(after, other), other);
      boolean isSubject = other.raw().equals(RawRefs.of(cause.value().getRaw()));
      if (!isSubject && former != null && !Objects.equals(copyOf, copyOf(former, other))) {
        forward(cause, Messages.reclaimed(other, copyOf, Trigger.of(cause.value())));
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
