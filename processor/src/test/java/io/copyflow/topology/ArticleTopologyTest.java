package io.copyflow.topology;

import static io.copyflow.avro.ChangedPart.TEXT;
import static io.copyflow.avro.ChangedPart.TITLE;
import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.avro.OutcomeKind.EMPTY;
import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REJECTED;
import static io.copyflow.avro.OutcomeKind.REVISED;
import static io.copyflow.avro.OutcomeKind.UNCHANGED;
import static io.copyflow.topology.Line.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Article;
import io.copyflow.avro.CopyKind;
import io.copyflow.avro.Document;
import io.copyflow.avro.RawArticle;
import io.copyflow.avro.Stage;
import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.Window;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleTopologyTest {

  private static final String FERRY = "https://news.example/ferry";
  private static final String ELSEWHERE = "https://mirror.example/ferry";
  private static final String RETURNS =
      "The harbour ferry returned to service on Monday after eleven weeks in the repair yard.";
  private static final String DELAYED =
      "The harbour ferry will return a week later than planned, its operator said on Tuesday.";
  private static final long NOW = 1_700_000_000_000L;

  @TempDir Path stateDir;
  private Line line;

  @BeforeEach
  void start() {
    line = new Line(stateDir);
  }

  @AfterEach
  void stop() {
    line.close();
  }

  @Test
  void firstSighting_isNewAndPublished() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));

    assertThat(line.outcome("a").getKind()).isEqualTo(NEW);
    Article article = line.articles().get(0);
    assertThat(article.getTitle()).isEqualTo("Ferry returns");
    assertThat(article.getText()).isEqualTo(RETURNS);
    assertThat(article.getRevision()).isEqualTo(1);
    assertThat(article.getContentHash()).isEqualTo(line.outcome("a").getContentHash());
  }

  @Test
  void copyUnderAnotherUrl_isDuplicateThatNamesTheOriginal() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));
    line.ingest("b", NOW + 1, file("Reprint: Ferry returns", ELSEWHERE, RETURNS));

    assertThat(line.outcome("b").getKind()).isEqualTo(DUPLICATE);
    assertThat(line.other("b")).isEqualTo("a");
    assertThat(line.outcome("b").getOther().getArticleId())
        .isEqualTo(line.outcome("a").getArticleId());
    assertThat(line.articles()).hasSize(1);
  }

  @Test
  void mirrorInTheOtherScript_isDuplicateKnownAsSuch() {
    line.ingest("a", NOW, file("果园", FERRY, "果园今年提前两周开摘，干旱没有发生。".repeat(5)));
    line.ingest("b", NOW + 1, file("果園", ELSEWHERE, "果園今年提前兩週開摘，乾旱沒有發生。".repeat(5)));

    assertThat(line.outcome("b").getKind()).isEqualTo(DUPLICATE);
    assertThat(line.outcome("b").getCopy()).isEqualTo(CopyKind.SCRIPT_VARIANT);
    assertThat(line.outcome("b").getFoldedHash()).isEqualTo(line.outcome("a").getContentHash());
  }

  @Test
  void sameArticleInTheOtherScript_isUnchanged() {
    line.ingest("a", NOW, file("果园", FERRY, "果园今年提前两周开摘，干旱没有发生。".repeat(5)));
    line.ingest("b", NOW + 1, file("果園", FERRY, "果園今年提前兩週開摘，乾旱沒有發生。".repeat(5)));

    assertThat(line.outcome("b").getKind()).isEqualTo(UNCHANGED);
    assertThat(line.outcome("b").getCopy()).isEqualTo(CopyKind.SCRIPT_VARIANT);
  }

  @Test
  void textIssuedAgainDaysLater_isDuplicateKnownAsSuch() {
    reissue(line);

    assertThat(line.outcome("again").getKind()).isEqualTo(DUPLICATE);
    assertThat(line.outcome("again").getCopy()).isEqualTo(CopyKind.REISSUE);
    assertThat(line.other("again")).isEqualTo("first");
    assertThat(line.outcome("same-day").getCopy()).isEqualTo(CopyKind.EXACT);
  }

  @Test
  void textIssuedAgainDaysLater_isAnArticleWhereAsked(@TempDir Path another) {
    try (var line = new Line(another, new Dedup(Reissues.ARTICLE, Window.NONE))) {
      reissue(line);

      assertThat(line.outcome("again").getKind()).isEqualTo(NEW);
      assertThat(line.outcome("again").getReissueOf().getArticleId())
          .isEqualTo(line.outcome("first").getArticleId());
      assertThat(line.outcome("same-day").getKind()).isEqualTo(DUPLICATE);
      assertThat(line.articles()).hasSize(2);
    }
  }

  /** One text under three ids of one publisher: the second ten days later, the third at once. */
  private static void reissue(Line line) {
    line.ingest("first", NOW, dw(66_000_001, 1, RETURNS));
    line.ingest("again", NOW + 1, dw(66_000_002, 11, RETURNS));
    line.ingest("same-day", NOW + 2, dw(66_000_003, 1, RETURNS));
  }

  private static byte[] dw(int id, int dayOfMay, String text) {
    String url = "https://www.dw.com/zh/ferry/a-" + id;
    long published = Instant.parse("2023-05-%02dT08:00:00Z".formatted(dayOfMay)).toEpochMilli();
    return "<!--%d-->\n[Ferry](%s)\n------\n\n<p>%s</p>\n"
        .formatted(published, url, text)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void sameFileUnderAnotherName_isUnchanged() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));
    line.ingest("b", NOW + 1, file("Ferry returns", FERRY, RETURNS));

    assertThat(line.outcome("b").getKind()).isEqualTo(UNCHANGED);
    assertThat(line.other("b")).isEqualTo("a");
    assertThat(line.revisions()).hasSize(1);
  }

  @Test
  void changedText_isRevisionThatSupersedes() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));
    line.ingest("b", NOW + 1, file("Ferry returns", FERRY, RETURNS, DELAYED));

    assertThat(line.outcome("b").getKind()).isEqualTo(REVISED);
    assertThat(line.outcome("b").getChanged()).containsExactly(TEXT);
    assertThat(line.outcome("b").getSimilarity()).isBetween(0.3, 0.7);
    Article latest = line.articles().get(0);
    assertThat(latest.getRevision()).isEqualTo(2);
    assertThat(latest.getSupersedes()).isEqualTo(line.outcome("a").getContentHash());
  }

  @Test
  void changedTitle_isRevisionOfTheTitleAlone() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));
    line.ingest("b", NOW + 1, file("Ferry is back", FERRY, RETURNS));

    assertThat(line.outcome("b").getKind()).isEqualTo(REVISED);
    assertThat(line.outcome("b").getChanged()).containsExactly(TITLE);
    assertThat(line.outcome("b").getSimilarity()).isEqualTo(1);
  }

  @Test
  void copyOfA90DayOldArticle_isDuplicate() {
    long longAgo = NOW - TimeUnit.DAYS.toMillis(90);
    line.ingest("live", NOW, file("Delayed", "https://news.example/delay", DELAYED));
    line.ingest("old", longAgo, file("Ferry returns", FERRY, RETURNS));
    line.ingest("copy-1", longAgo + 1, file("Ferry returns", ELSEWHERE, RETURNS));
    line.ingest("copy-2", NOW + 1, file("Ferry", "https://third.example/f", RETURNS));

    assertThat(line.outcomes()).extracting("kind").containsExactly(NEW, NEW, DUPLICATE, DUPLICATE);
  }

  @Test
  void copyAfterTheWindow_isAnArticleWhereAsked(@TempDir Path another) {
    try (var line = windowOf30Days(another)) {
      line.ingest("first", daysLater(0), file("Ferry returns", FERRY, RETURNS));
      line.ingest("in-time", daysLater(30), file("Ferry", "https://third.example/f", RETURNS));
      line.ingest("late", daysLater(30) + 1, file("Ferry returns", ELSEWHERE, RETURNS));
      line.ingest("again", daysLater(31), file("Ferry returns", FERRY, RETURNS));

      assertThat(line.outcome("in-time").getKind()).isEqualTo(DUPLICATE);
      assertThat(line.other("in-time")).isEqualTo("first");
      assertThat(line.outcome("late").getKind()).isEqualTo(NEW);
      assertThat(line.outcome("late").getOther()).isNull();
      assertThat(line.outcome("again").getKind()).isEqualTo(UNCHANGED);
      assertThat(line.articles())
          .extracting(Article::getUrl)
          .containsExactlyInAnyOrder(FERRY, ELSEWHERE);
    }
  }

  @Test
  void earlierCopyThatArrivesLater_shiftsTheWindowsBehindIt(@TempDir Path another) {
    try (var line = windowOf30Days(another)) {
      line.ingest("day-20", daysLater(20), file("Ferry returns", FERRY, RETURNS));
      line.ingest("day-40", daysLater(40), file("Ferry returns", ELSEWHERE, RETURNS));
      line.ingest("day-0", daysLater(0), file("Ferry", "https://third.example/f", RETURNS));

      assertThat(line.outcome("day-0").getKind()).isEqualTo(NEW);
      assertThat(line.other("day-20")).isEqualTo("day-0");
      assertThat(line.outcome("day-40").getKind()).isEqualTo(NEW);
      assertThat(line.articles())
          .extracting(Article::getUrl)
          .containsExactlyInAnyOrder("https://third.example/f", ELSEWHERE);
    }
  }

  private static Line windowOf30Days(Path stateDir) {
    return new Line(stateDir, new Dedup(Reissues.DUPLICATE, new Window(30)));
  }

  private static long daysLater(int days) {
    return NOW + TimeUnit.DAYS.toMillis(days);
  }

  @Test
  void recordFromTheFuture_doesNotSwitchDedupOff() {
    line.ingest("future", 2_000_000_000_000L, file("Delayed", "https://news.example/d", DELAYED));
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));
    line.ingest("b", NOW + 1, file("Ferry returns", ELSEWHERE, RETURNS));

    assertThat(line.outcomes()).extracting("kind").containsExactly(NEW, NEW, DUPLICATE);
  }

  @Test
  void earlierCopyThatArrivesLater_takesTheContentOver() {
    line.ingest("late", NOW, file("Ferry returns", FERRY, RETURNS));
    line.ingest("early", NOW - 1, file("Ferry returns", ELSEWHERE, RETURNS));

    assertThat(line.outcome("early").getKind()).isEqualTo(NEW);
    assertThat(line.outcome("late").getKind()).isEqualTo(DUPLICATE);
    assertThat(line.other("late")).isEqualTo("early");
    assertThat(line.articles()).extracting(Article::getUrl).containsExactly(ELSEWHERE);
  }

  @Test
  void contentTakenOver_bringsTheRevisionBeforeBack() {
    line.ingest("a1", NOW, file("Delayed", FERRY, DELAYED));
    line.ingest("a2", NOW + 5, file("Ferry returns", FERRY, RETURNS));
    line.ingest("b", NOW + 1, file("Ferry returns", ELSEWHERE, RETURNS));

    assertThat(line.outcome("a2").getKind()).isEqualTo(DUPLICATE);
    assertThat(line.articles())
        .extracting(Article::getUrl, Article::getText)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(FERRY, DELAYED),
            org.assertj.core.groups.Tuple.tuple(ELSEWHERE, RETURNS));
  }

  @Test
  void olderRevisionThatArrivesLater_takesItsPlaceInHistory() {
    line.ingest("second", NOW, file("Ferry returns", FERRY, RETURNS));
    line.ingest("first", NOW - 1, file("Delayed", FERRY, DELAYED));

    assertThat(line.outcome("first").getKind()).isEqualTo(NEW);
    assertThat(line.outcome("second").getKind()).isEqualTo(REVISED);
    Article latest = line.articles().get(0);
    assertThat(latest.getText()).isEqualTo(RETURNS);
    assertThat(latest.getRevision()).isEqualTo(2);
  }

  @Test
  void bodyWithoutText_isEmptyAndNoDeadLetter() {
    line.ingest(
        "a",
        NOW,
        "<!--1-->\n[Video](%s)\n------\n\n<p></p>\n"
            .formatted(FERRY)
            .getBytes(StandardCharsets.UTF_8));

    assertThat(line.outcome("a").getKind()).isEqualTo(EMPTY);
    assertThat(line.outcome("a").getReason()).isNotBlank();
    assertThat(line.deadLetters()).isEmpty();
  }

  @Test
  void fileWithoutHeader_isRejectedWithItsBytes() {
    byte[] content = "no header at all".getBytes(StandardCharsets.UTF_8);
    line.ingest("a", NOW, content);

    assertThat(line.outcome("a").getKind()).isEqualTo(REJECTED);
    assertThat(line.outcome("a").getReason()).isEqualTo("NO_HEADER");
    assertThat(line.deadLetters().get(0).getContent()).isEqualTo(ByteBuffer.wrap(content));
  }

  @Test
  void valueThatIsNoAvro_isRejectedAndTheLineGoesOn() {
    byte[] garbage = {1, 2, 3};
    line.sendBytes("test/garbage", NOW, garbage);
    line.sendBytes(null, NOW, null);
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));

    assertThat(line.outcomes()).extracting("kind").containsExactly(REJECTED, REJECTED, NEW);
    assertThat(line.outcome("garbage").getReason()).isEqualTo("UNREADABLE_RECORD");
    assertThat(line.deadLetters().get(0).getStage()).isEqualTo(Stage.DECODE);
    assertThat(line.deadLetters().get(0).getContent()).isEqualTo(ByteBuffer.wrap(garbage));
  }

  @Test
  void fileOverTheLimit_isRejected() {
    var record =
        RawArticle.newBuilder()
            .setDocument(new Document("test", "huge"))
            .setBytes(1L << 40)
            .setSha256("0".repeat(64))
            .build();
    line.send("huge", NOW, record);

    assertThat(line.outcome("huge").getReason()).isEqualTo("TOO_LARGE");
    assertThat(line.deadLetters().get(0).getStage()).isEqualTo(Stage.INGEST);
    assertThat(line.deadLetters().get(0).getBytes()).isEqualTo(1L << 40);
  }

  @Test
  void articleLargerThanARecord_isRejected() {
    line.ingest("a", NOW, file("Ferry", FERRY, RETURNS.repeat(Line.MAX_ARTICLE_BYTES / 50)));

    assertThat(line.outcome("a").getReason()).isEqualTo("ARTICLE_TOO_LARGE");
    assertThat(line.articles()).isEmpty();
  }

  /** Where a raw record lies is chance: a later offset takes more bytes, and may decide nothing. */
  @Test
  void sizeOfAnArticle_doesNotDependOnItsPlace() {
    int sizes = 60;
    for (int size = 0; size < sizes; size++) {
      line.ingest("a" + size, NOW, justTooLarge(size));
    }
    for (int size = 0; size < sizes; size++) {
      line.ingest("b" + size, NOW, justTooLarge(size));
    }

    assertThat(line.outcomes()).extracting("kind").contains(NEW, REJECTED);
    for (int size = 0; size < sizes; size++) {
      assertThat(line.outcome("b" + size).getDetail())
          .isEqualTo(line.outcome("a" + size).getDetail());
    }
  }

  /** About as large as a record may be; its title sets it to the byte. */
  private static byte[] justTooLarge(int size) {
    return file("F".repeat(1 + size), FERRY, "x".repeat(Line.MAX_ARTICLE_BYTES / 2 - 215));
  }
}
