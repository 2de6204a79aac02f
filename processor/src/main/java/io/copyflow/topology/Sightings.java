package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.identity.ContentHash;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.Sighting;
import io.copyflow.identity.Sighting.Original;
import io.copyflow.topology.Reading.Identified;
import io.copyflow.topology.avro.OriginalRef;
import io.copyflow.topology.avro.RawRef;
import io.copyflow.topology.avro.SightedContent;
import io.copyflow.topology.avro.SightingMessage;
import io.copyflow.topology.avro.SightingState;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sightings as they travel on repartition topics and lie in the history store, and back. */
final class Sightings {

  private Sightings() {}

  /** What was read, before anybody asked whose content it is. */
  static SightingMessage seen(Identified read) {
    Sighting sighting = read.sighting();
    var content =
        new SightedContent(
            ByteBuffer.wrap(sighting.contentHash().toBytes()),
            ByteBuffer.wrap(sighting.titleHash().toBytes()),
            sighting.profile(),
            ByteBuffer.wrap(Articles.toBytes(read.article())));
    String articleId = read.article().getArticleId();
    return new SightingMessage(articleId, ref(sighting.raw()), null, content);
  }

  /** The message once its content is claimed; a copy leaves its article behind. */
  static SightingMessage claimed(SightingMessage seen, @Nullable Original copyOf) {
    if (copyOf != null) {
      seen.getContent().setArticle(null);
    }
    seen.setCopyOf(ref(copyOf));
    return seen;
  }

  /** A new verdict on a sighting that passed before. */
  static SightingMessage reclaimed(String articleId, RawKey raw, @Nullable Original copyOf) {
    return new SightingMessage(articleId, ref(raw), ref(copyOf), null);
  }

  /** The sighting that a message brings, or the known one with the message's new verdict. */
  static Sighting merge(SightingMessage message, Map<RawKey, Sighting> known) {
    RawKey raw = key(message.getRaw());
    SightedContent content = message.getContent();
    if (content == null) {
      // Both come through one partition, so what a new verdict speaks of is always known.
      return Objects.requireNonNull(known.get(raw)).withCopyOf(original(message.getCopyOf()));
    }
    return new Sighting(
        raw,
        hash(content.getContentHash()),
        hash(content.getTitleHash()),
        content.getProfile(),
        original(message.getCopyOf()));
  }

  static Sighting sighting(RawKey raw, SightingState state) {
    return new Sighting(
        raw,
        hash(state.getContentHash()),
        hash(state.getTitleHash()),
        state.getProfile(),
        original(state.getCopyOf()));
  }

  static SightingState state(Sighting sighting) {
    return new SightingState(
        ByteBuffer.wrap(sighting.contentHash().toBytes()),
        ByteBuffer.wrap(sighting.titleHash().toBytes()),
        sighting.profile(),
        ref(sighting.copyOf()));
  }

  /** The extracted article that travels with a message, or null. */
  static @Nullable Article article(SightingMessage message) {
    SightedContent content = message.getContent();
    return content == null || content.getArticle() == null
        ? null
        : Articles.fromBytes(bytes(content.getArticle()));
  }

  static RawKey key(RawRef ref) {
    return new RawKey(ref.getTimestamp(), ref.getDocument(), ref.getPartition(), ref.getOffset());
  }

  static @Nullable Original original(@Nullable OriginalRef ref) {
    return ref == null ? null : new Original(ref.getArticleId(), key(ref.getRaw()));
  }

  private static RawRef ref(RawKey raw) {
    return new RawRef(raw.timestamp(), raw.document(), raw.partition(), raw.offset());
  }

  private static @Nullable OriginalRef ref(@Nullable Original original) {
    return original == null ? null : new OriginalRef(original.articleId(), ref(original.raw()));
  }

  private static ContentHash hash(ByteBuffer buffer) {
    return ContentHash.fromBytes(bytes(buffer));
  }

  private static byte[] bytes(ByteBuffer buffer) {
    var bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
