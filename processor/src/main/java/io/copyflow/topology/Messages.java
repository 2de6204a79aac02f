package io.copyflow.topology;

import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.Reread;
import io.copyflow.identity.ContentHash;
import io.copyflow.identity.CopyKind;
import io.copyflow.identity.Hashes;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting.Original;
import io.copyflow.topology.Reading.Identified;
import io.copyflow.topology.avro.OriginalReference;
import io.copyflow.topology.avro.ReadContent;
import io.copyflow.topology.avro.Retraction;
import io.copyflow.topology.avro.SightingMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What travels on the repartition topics, and back. */
final class Messages {

  private Messages() {}

  /**
   * What was read, before anybody asked whose content it is.
   *
   * @param attempt which reading of the raw record it is, from 1
   */
  static SightingMessage read(Identified reading, int attempt, Trigger trigger) {
    Facts facts = reading.facts();
    var content =
        new ReadContent(
            facts.raw().document(),
            digest(facts.content().asWritten()),
            folded(facts.content()),
            digest(facts.title().asWritten()),
            folded(facts.title()),
            facts.publishedDay(),
            facts.profile(),
            ByteBuffer.wrap(reading.article()));
    return message(reading.articleId(), facts.raw().ref(), attempt, trigger)
        .setRead(content)
        .build();
  }

  /**
   * That a raw record does not show a content any more.
   *
   * @param previous the article and the content
   * @param request to go on with once the article has let go of the raw record; null where it stays
   *     with its article
   */
  static SightingMessage retracted(
      PreviousReading previous, RawRef raw, Reread cause, @Nullable Reread request) {
    ByteBuffer again = request == null ? null : ByteBuffer.wrap(Requests.toBytes(request));
    long text = ContentHash.first64Bits(previous.getContent());
    return message(previous.getArticleId(), raw, cause.getAttempt(), Trigger.of(cause))
        .setRetracts(new Retraction(text, again))
        .build();
  }

  private static SightingMessage.Builder message(
      String articleId, RawRef raw, int attempt, Trigger trigger) {
    return SightingMessage.newBuilder()
        .setArticleId(articleId)
        .setRaw(RawRefs.message(raw))
        .setAttempt(attempt)
        .setCause(trigger.cause().name())
        .setGeneration(trigger.generation());
  }

  /** The message once its content is claimed; a copy leaves its article behind. */
  static SightingMessage claimed(SightingMessage read, @Nullable Original copyOf) {
    if (copyOf != null) {
      read.getRead().setArticle(null);
    }
    read.setCopyOf(message(copyOf));
    return read;
  }

  /** A new verdict on a raw record that passed before. */
  static SightingMessage reclaimed(Claimed claimed, @Nullable Original copyOf, Trigger trigger) {
    return message(claimed.articleId(), claimed.raw(), claimed.attempt(), trigger)
        .setCopyOf(message(copyOf))
        .build();
  }

  /** What a message says of its raw record; null in a new verdict and in a retraction. */
  static @Nullable Facts facts(SightingMessage message) {
    ReadContent read = message.getRead();
    if (read == null) {
      return null;
    }
    RawRef raw = RawRefs.of(message.getRaw());
    return new Facts(
        new RawKey(raw.timestamp(), read.getDocument(), raw.partition(), raw.offset()),
        hashes(read.getContentHash(), read.getFoldedHash()),
        hashes(read.getTitleHash(), read.getFoldedTitleHash()),
        read.getPublishedDay(),
        read.getProfile());
  }

  /** The request to go on with once a retraction is through, or null. */
  static @Nullable Reread request(SightingMessage message) {
    Retraction retraction = message.getRetracts();
    return retraction == null || retraction.getRequest() == null
        ? null
        : Requests.fromBytes(bytes(retraction.getRequest()));
  }

  /** The article that travels with a message, or null. */
  static @Nullable Identified reading(SightingMessage message, @Nullable Facts facts) {
    return facts == null || message.getRead().getArticle() == null
        ? null
        : new Identified(
            message.getArticleId(), facts, bytes(message.getRead().getArticle()), Gaps.NONE);
  }

  static @Nullable Original original(@Nullable OriginalReference owner) {
    return owner == null
        ? null
        : new Original(
            owner.getArticleId(), RawRefs.of(owner.getRaw()), CopyKind.valueOf(owner.getKind()));
  }

  private static @Nullable OriginalReference message(@Nullable Original owner) {
    return owner == null
        ? null
        : new OriginalReference(
            owner.articleId(), RawRefs.message(owner.raw()), owner.kind().name());
  }

  private static ByteBuffer digest(ContentHash hash) {
    return ByteBuffer.wrap(hash.digest());
  }

  private static @Nullable ByteBuffer folded(Hashes hashes) {
    ContentHash folded = hashes.foldedIfDifferent();
    return folded == null ? null : digest(folded);
  }

  private static Hashes hashes(ByteBuffer asWritten, @Nullable ByteBuffer folded) {
    var hash = ContentHash.ofDigest(bytes(asWritten));
    return new Hashes(hash, folded == null ? hash : ContentHash.ofDigest(bytes(folded)));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
