package io.copyflow.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.avro.Article;
import io.copyflow.avro.ArticleDate;
import io.copyflow.avro.Cause;
import io.copyflow.avro.DateOrigin;
import io.copyflow.avro.DatePrecision;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Document;
import io.copyflow.avro.ExtractorInfo;
import io.copyflow.avro.Image;
import io.copyflow.avro.IngestedVersion;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.RawArticle;
import io.copyflow.avro.RawPosition;
import io.copyflow.avro.Reread;
import io.copyflow.avro.Stage;
import io.copyflow.avro.ZoneOrigin;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One record of every type that is the value of a topic. */
final class Records {

  static final Document DOCUMENT = new Document("samples", "2024/渡轮.txt");
  static final RawPosition POSITION = new RawPosition("copyflow.articles.raw", 3, 42L);
  static final ExtractorInfo EXTRACTOR = new ExtractorInfo("copyflow", "1", "dw");
  static final Instant TIME = Instant.parse("2023-09-13T09:13:00Z");

  private Records() {}

  static List<SpecificRecord> all() {
    return List.of(raw(), article(), outcome(), deadLetter(), ingested(), reread());
  }

  static RawArticle raw() {
    return RawArticle.newBuilder()
        .setDocument(DOCUMENT)
        .setContent(ByteBuffer.wrap("<p>渡轮复航</p>".getBytes(UTF_8)))
        .setBytes(19)
        .setSha256("ab".repeat(32))
        .setFileTime(TIME)
        .build();
  }

  static Article article() {
    return Article.newBuilder()
        .setArticleId("p:example.org:7")
        .setRevision(1)
        .setContentHash("v1:00")
        .setTitleHash("v1:01")
        .setDocument(DOCUMENT)
        .setTitle("渡轮复航")
        .setPublishedAt(date())
        .setDateCandidates(List.of(date()))
        .setImages(List.of(new Image("https://example.org/a.jpg", "港口", null)))
        .setText("第一段\n\nSecond paragraph")
        .setCharacters(19)
        .setWords(5)
        .setExtractor(EXTRACTOR)
        .setRaw(POSITION)
        .build();
  }

  static Outcome outcome() {
    return Outcome.newBuilder()
        .setKind(OutcomeKind.REVISED)
        .setDocument(DOCUMENT)
        .setRaw(POSITION)
        .setIngestedAt(TIME)
        .setSimilarity(0.5)
        .setExtractor(EXTRACTOR)
        .build();
  }

  static DeadLetter deadLetter() {
    return DeadLetter.newBuilder()
        .setDocument(DOCUMENT)
        .setRaw(POSITION)
        .setStage(Stage.DECODE)
        .setReason("NOT_A_RECORD")
        .setDetail("begins with nothing")
        .setAttempt(1)
        .setExtractor(EXTRACTOR)
        .build();
  }

  static IngestedVersion ingested() {
    return IngestedVersion.newBuilder().setSha256("ab".repeat(32)).setBytes(19).build();
  }

  static Reread reread() {
    return Reread.newBuilder()
        .setRaw(POSITION)
        .setDocument(DOCUMENT)
        .setCause(Cause.REPROCESS)
        .setGeneration("2031-07")
        .setAttempt(2)
        .setPrevious(new PreviousReading("p:example.org:7", "v1:00"))
        .setRequestedAt(TIME)
        .build();
  }

  private static ArticleDate date() {
    return new ArticleDate(
        TIME, DatePrecision.MINUTE, DateOrigin.BODY, "+02:00", ZoneOrigin.WRITTEN, "11:13");
  }
}
