package io.copyflow.topology;

import io.copyflow.avro.RawArticle;
import io.copyflow.avro.Stage;
import io.copyflow.extract.ArticleDraft;
import io.copyflow.extract.Extraction;
import io.copyflow.extract.Extraction.Empty;
import io.copyflow.extract.Extraction.Extracted;
import io.copyflow.extract.Extraction.Rejected;
import io.copyflow.extract.Extractor;
import io.copyflow.extract.Hints;
import io.copyflow.extract.RejectReason;
import io.copyflow.identity.Identity;
import io.copyflow.identity.RawKey;
import io.copyflow.wire.UnknownSchemaException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * From a raw value to an article or a refusal: the one place where extraction meets records. The
 * same value always gives the same reading. Thread-safe.
 */
final class Reader implements Rules {

  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

  private final Extractor extractor;
  private final Deserializer<RawArticle> rawArticles;
  private final Verdicts verdicts;
  private final RecordLimits limits;
  private final Seldom defects = new Seldom(LOG, Level.WARN, "extraction failed");

  /**
   * A reader.
   *
   * @param limits an article that takes more is refused: the broker would not take it, and the line
   *     must not stop
   */
  Reader(
      Extractor extractor,
      Deserializer<RawArticle> rawArticles,
      Verdicts verdicts,
      RecordLimits limits) {
    this.extractor = extractor;
    this.rawArticles = rawArticles;
    this.verdicts = verdicts;
    this.limits = limits;
  }

  /** Version of the rules by which it reads. */
  String rules() {
    return extractor.version();
  }

  Verdicts verdicts() {
    return verdicts;
  }

  RecordLimits limits() {
    return limits;
  }

  @Override
  public boolean admits(Reading.Identified reading) {
    return limits.takes(reading.article().length);
  }

  @Override
  public Reading read(RawKey raw, byte @Nullable [] value) {
    Reading reading = decode(raw, value);
    if (reading instanceof Reading.Refused refused && refused.deadLetter() != null) {
      limits.fit(refused.deadLetter());
    }
    return reading;
  }

  private Reading decode(RawKey raw, byte @Nullable [] value) {
    RawArticle file;
    try {
      file = value == null ? null : rawArticles.deserialize(verdicts.rawTopic(), value);
    } catch (SerializationException e) {
      String detail = String.valueOf(e.getMessage());
      return e instanceof UnknownSchemaException
          ? verdicts.raw(
              raw, value, Stage.DECODE, new Rejected(RejectReason.UNKNOWN_SCHEMA, detail, -1))
          : verdicts.unreadable(raw, value, detail);
    }
    if (file == null) {
      return verdicts.unreadable(raw, null, "the record has no value");
    }
    return read(raw, file);
  }

  Reading read(RawKey raw, RawArticle file) {
    if (file.getContent() == null) {
      String detail = file.getBytes() + " bytes are more than the producer sends";
      return verdicts.rejected(
          raw, file, Stage.INGEST, new Rejected(RejectReason.TOO_LARGE, detail, -1));
    }
    return judge(raw, file);
  }

  private Reading judge(RawKey raw, RawArticle file) {
    Extraction extraction = extract(raw, file);
    if (extraction instanceof Extracted extracted) {
      try {
        return identify(raw, file, extracted.draft());
      } catch (RuntimeException e) {
        return verdicts.rejected(raw, file, Stage.IDENTIFY, defect(raw, e));
      }
    }
    return extraction instanceof Empty empty
        ? verdicts.empty(raw, Identity.of(empty.draft()).articleId(), empty)
        : verdicts.rejected(raw, file, Stage.EXTRACT, (Rejected) extraction);
  }

  private Extraction extract(RawKey raw, RawArticle file) {
    try {
      var content = file.getContent().duplicate();
      var bytes = new byte[content.remaining()];
      content.get(bytes);
      var hints = new Hints(file.getMediaType(), file.getCharset(), file.getUrl());
      return extractor.extract(bytes, hints);
    } catch (RuntimeException | StackOverflowError e) {
      return defect(raw, e);
    }
  }

  /** A bug of ours must cost one record, not the line, and not the log. */
  private Rejected defect(RawKey raw, Throwable failure) {
    defects.say(failure.getClass().getName(), raw, failure);
    return new Rejected(RejectReason.EXTRACTOR_FAILED, String.valueOf(failure), -1);
  }

  private Reading identify(RawKey raw, RawArticle file, ArticleDraft draft) {
    Identity identity = Identity.of(draft);
    byte[] article =
        Articles.toBytes(Articles.of(draft, identity, raw, verdicts, file.getFileTime()));
    int most = limits.article();
    if (!limits.surelyTakes(article.length) && isTooLarge(raw, identity, draft, most)) {
      String detail = "the fields are more than the " + most + " bytes of a record";
      return verdicts.rejected(
          raw, file, Stage.IDENTIFY, new Rejected(RejectReason.ARTICLE_TOO_LARGE, detail, -1));
    }
    var facts =
        new Facts(raw, identity.content(), identity.title(), publishedDay(draft), draft.profile());
    return new Reading.Identified(
        Objects.requireNonNull(identity.articleId()), facts, article, Gaps.of(draft));
  }

  /**
   * Judged as if it lay at the beginning: where a raw record lies is chance, and decides nothing.
   */
  private boolean isTooLarge(RawKey raw, Identity identity, ArticleDraft draft, int most) {
    var first = new RawKey(0, raw.document(), 0, 0);
    return Articles.toBytes(Articles.of(draft, identity, first, verdicts, null)).length > most;
  }

  private static @Nullable Integer publishedDay(ArticleDraft draft) {
    ArticleDraft.Date date = draft.dates().publishedAt();
    return date == null || date.instant() == null
        ? null
        : (int) LocalDate.ofInstant(date.instant(), ZoneOffset.UTC).toEpochDay();
  }
}
