package io.copyflow.topology;

import io.copyflow.identity.ContentHash;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.RawRef;
import io.copyflow.identity.Sighting.Original;
import io.copyflow.topology.Reading.Identified;
import io.copyflow.topology.avro.OriginalReference;
import io.copyflow.topology.avro.ReadContent;
import io.copyflow.topology.avro.SightingMessage;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What travels on the repartition topics, and back. */
final class Messages {

  private Messages() {}

  /** What was read, before anybody asked whose content it is. */
  static SightingMessage read(Identified reading) {
    Facts facts = reading.facts();
    var content =
        new ReadContent(
            facts.raw().document(),
            ByteBuffer.wrap(facts.contentHash().digest()),
            ByteBuffer.wrap(facts.titleHash().digest()),
            facts.profile(),
            ByteBuffer.wrap(reading.article()));
    return new SightingMessage(
        reading.articleId(), RawRefs.message(facts.raw().ref()), null, content);
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
  static SightingMessage reclaimed(Claimed claimed, @Nullable Original copyOf) {
    return new SightingMessage(
        claimed.articleId(), RawRefs.message(claimed.raw()), message(copyOf), null);
  }

  /** What a message says of its raw record; null in a new verdict. */
  static @Nullable Facts facts(SightingMessage message) {
    ReadContent read = message.getRead();
    if (read == null) {
      return null;
    }
    RawRef raw = RawRefs.of(message.getRaw());
    return new Facts(
        new RawKey(raw.timestamp(), read.getDocument(), raw.partition(), raw.offset()),
        ContentHash.ofDigest(bytes(read.getContentHash())),
        ContentHash.ofDigest(bytes(read.getTitleHash())),
        read.getProfile());
  }

  /** The article that travels with a message, or null. */
  static @Nullable Identified reading(SightingMessage message, @Nullable Facts facts) {
    return facts == null || message.getRead().getArticle() == null
        ? null
        : new Identified(message.getArticleId(), facts, bytes(message.getRead().getArticle()));
  }

  static @Nullable Original original(@Nullable OriginalReference owner) {
    return owner == null ? null : new Original(owner.getArticleId(), RawRefs.of(owner.getRaw()));
  }

  private static @Nullable OriginalReference message(@Nullable Original owner) {
    return owner == null
        ? null
        : new OriginalReference(owner.articleId(), RawRefs.message(owner.raw()));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
