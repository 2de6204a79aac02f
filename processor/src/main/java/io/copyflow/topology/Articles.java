package io.copyflow.topology;

import io.copyflow.avro.Article;
import io.copyflow.avro.ArticleDate;
import io.copyflow.avro.CharsetOrigin;
import io.copyflow.avro.DateOrigin;
import io.copyflow.avro.DatePrecision;
import io.copyflow.avro.Image;
import io.copyflow.avro.Link;
import io.copyflow.avro.LinkKind;
import io.copyflow.avro.Media;
import io.copyflow.avro.MediaKind;
import io.copyflow.avro.Publisher;
import io.copyflow.avro.ZoneOrigin;
import io.copyflow.extract.ArticleAddress;
import io.copyflow.extract.ArticleDraft;
import io.copyflow.identity.Identity;
import io.copyflow.identity.RawKey;
import io.copyflow.topics.Keys;
import io.copyflow.wire.Wire;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Drafts as {@code Article} records, and records as bytes inside the topology. */
final class Articles {

  private static final Serde<Article> BYTES = Wire.singleObject().serde(Article.class);
  private static final String NO_TOPIC = "";
  private static final int NO_REVISION_YET = 0;

  private Articles() {}

  static byte[] toBytes(Article article) {
    return BYTES.serializer().serialize(NO_TOPIC, article);
  }

  static Article fromBytes(byte[] bytes) {
    return BYTES.deserializer().deserialize(NO_TOPIC, bytes);
  }

  /** The record of a draft, its revision not yet known. */
  static Article of(
      ArticleDraft draft,
      Identity identity,
      RawKey raw,
      Verdicts verdicts,
      @Nullable Instant fileTime) {
    var article =
        Article.newBuilder()
            .setArticleId(Objects.requireNonNull(identity.articleId()))
            .setRevision(NO_REVISION_YET)
            .setContentHash(identity.contentHash().value())
            .setTitleHash(identity.titleHash().value())
            .setDocument(Keys.document(raw.document()))
            .setRaw(verdicts.position(raw.ref()))
            .setCollectedAt(fileTime)
            .setExtractor(verdicts.extractor(draft.profile()));
    source(article, draft);
    content(article, draft);
    return article.build();
  }

  private static void source(Article.Builder article, ArticleDraft draft) {
    ArticleDraft.Dates dates = draft.dates();
    ArticleAddress address = draft.address();
    article
        .setUrl(draft.url())
        .setCanonicalUrl(address == null ? null : address.canonicalUrl())
        .setPublisher(address == null ? null : publisher(address.publisher()))
        .setAuthors(draft.authors())
        .setAgencies(draft.agencies())
        .setPublishedAt(date(dates.publishedAt()))
        .setUpdatedAt(date(dates.updatedAt()))
        .setDateCandidates(dates.candidates().stream().map(Articles::present).toList())
        .setDateConflict(dates.conflict())
        .setCharset(draft.charset())
        .setCharsetOrigin(CharsetOrigin.valueOf(draft.charsetOrigin().name()))
        .setUndecodable(draft.undecodable())
        .setRights(draft.rights());
  }

  private static void content(Article.Builder article, ArticleDraft draft) {
    article
        .setTitle(draft.title())
        .setLanguage(draft.language())
        .setLead(draft.lead())
        .setText(draft.text())
        .setDateline(draft.dateline())
        .setImages(each(draft.images(), i -> new Image(i.url(), i.caption(), i.alt())))
        .setMedia(each(draft.media(), Articles::media))
        .setLinks(
            each(
                draft.links(), l -> new Link(l.url(), l.text(), LinkKind.valueOf(l.kind().name()))))
        .setCharacters(draft.characters())
        .setWords(draft.words());
  }

  private static Media media(ArticleDraft.Media found) {
    return new Media(found.url(), MediaKind.valueOf(found.kind().name()), found.caption());
  }

  private static @Nullable Publisher publisher(ArticleDraft.@Nullable Publisher publisher) {
    return publisher == null ? null : new Publisher(publisher.domain(), publisher.name());
  }

  private static @Nullable ArticleDate date(ArticleDraft.@Nullable Date date) {
    return date == null ? null : present(date);
  }

  private static ArticleDate present(ArticleDraft.Date date) {
    return new ArticleDate(
        date.instant(),
        DatePrecision.valueOf(date.precision().name()),
        DateOrigin.valueOf(date.origin().name()),
        date.zone(),
        ZoneOrigin.valueOf(date.zoneOrigin().name()),
        date.text());
  }

  private static <A, B> List<B> each(List<A> items, Function<A, B> mapping) {
    return items.stream().map(mapping).toList();
  }
}
