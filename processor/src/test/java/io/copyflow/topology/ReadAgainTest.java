package io.copyflow.topology;

import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REJECTED;
import static io.copyflow.avro.OutcomeKind.REVISED;
import static io.copyflow.topology.Line.file;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Article;
import io.copyflow.avro.Cause;
import io.copyflow.avro.DeadLetter;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.PreviousReading;
import io.copyflow.avro.RawPosition;
import io.copyflow.avro.Reread;
import io.copyflow.extract.Extractor;
import io.copyflow.extract.Limits;
import io.copyflow.extract.publisher.Publishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A raw record read again by other rules, alone in its partition; see RereadConvergenceTest. */
class ReadAgainTest {

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

  /** Rules that refuse everything. */
  private static Extractor broken() {
    Limits limits = Limits.standard();
    return new Extractor(
        new Limits(limits.maxBytes(), 1, limits.maxTagNameBytes(), limits.maxItems()),
        Publishers.standard());
  }

  @Test
  void deadLetterUnderRepairedRules_isAnArticle() {
    line.setExtractor(broken());
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS, DELAYED));
    assertThat(line.outcome("a").getReason()).isEqualTo("TOO_COMPLEX");

    line.setExtractor(Extractor.standard());
    line.readAgain("a", Cause.REDRIVE);

    Outcome outcome = line.outcome("a");
    assertThat(outcome.getKind()).isEqualTo(NEW);
    assertThat(outcome.getCause()).isEqualTo(Cause.REDRIVE);
    assertThat(outcome.getAttempt()).isEqualTo(2);
    assertThat(outcome.getIngestedAt()).isEqualTo(Instant.ofEpochMilli(NOW));
    assertThat(line.articles()).extracting(Article::getCause).containsExactly(Cause.REDRIVE);
    assertThat(line.deadLetters()).hasSize(1);
  }

  @Test
  void deadLetterThatFailsAgain_hasOneMoreAttempt() {
    line.setExtractor(broken());
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS, DELAYED));

    line.readAgain("a", Cause.REDRIVE);
    line.readAgain("a", Cause.REDRIVE);

    assertThat(line.outcome("a").getAttempt()).isEqualTo(3);
    assertThat(line.deadLetters()).extracting(DeadLetter::getAttempt).containsExactly(1, 2, 3);
  }

  @Test
  void requestSeenTwice_changesNothing() {
    line.setExtractor(broken());
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS, DELAYED));
    Reread request = request(2, null);
    line.readAgain(request);
    int written = line.written();

    line.readAgain(request);
    line.readAgain(request(1, null));

    assertThat(line.written()).isEqualTo(written);
  }

  @Test
  void repairedOriginal_takesItsContentBackFromItsCopy() {
    line.setExtractor(broken());
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS, DELAYED));
    line.setExtractor(Extractor.standard());
    line.ingest("b", NOW + 1, file("Ferry returns", ELSEWHERE, RETURNS, DELAYED));
    assertThat(line.outcome("b").getKind()).isEqualTo(NEW);

    line.readAgain("a", Cause.REDRIVE);

    assertThat(line.outcome("a").getKind()).isEqualTo(NEW);
    assertThat(line.outcome("b").getKind()).isEqualTo(DUPLICATE);
    assertThat(line.outcome("b").getCause()).isEqualTo(Cause.REDRIVE);
    assertThat(line.articles()).extracting(Article::getUrl).containsExactly(FERRY);
  }

  @Test
  void articleThatIsNoneAnyMore_isRejectedWithALetterOfItsAttempt() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS, DELAYED));
    line.setExtractor(broken());

    line.readAgain("a", Cause.REPROCESS);

    assertThat(line.outcome("a").getKind()).isEqualTo(REJECTED);
    assertThat(line.outcome("a").getAttempt()).isEqualTo(2);
    assertThat(line.deadLetters()).extracting(DeadLetter::getAttempt).containsExactly(2);
    assertThat(line.articles()).isEmpty();
  }

  /** Copy b is asked to be read again when it is to be published, and rules refuse it as well. */
  @Test
  void correctionThatNeedsWhatRulesReadOtherwise_hasItReadAgain() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS, DELAYED));
    line.ingest("b", NOW + 1, file("Ferry returns", ELSEWHERE, RETURNS, DELAYED));
    line.setExtractor(broken());

    line.readAgain("a", Cause.REPROCESS);

    assertThat(line.outcome("b").getKind()).isEqualTo(REJECTED);
    assertThat(line.outcome("b").getCause()).isEqualTo(Cause.REPROCESS);
    assertThat(line.articles()).isEmpty();
  }

  @Test
  void sameContentReadAgain_isWrittenAgainUnderItsNumber() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));
    line.ingest("b", NOW + 1, file("Ferry returns", FERRY, RETURNS, DELAYED));

    line.readAgain("a", Cause.REPROCESS);

    assertThat(line.outcome("b").getKind()).isEqualTo(REVISED);
    assertThat(line.revisions()).extracting(Article::getRevision).containsExactly(1, 2, 1, 2);
    assertThat(line.articles()).extracting(Article::getRevision).containsExactly(2);
  }

  @Test
  void withdrawnArticle_staysOut() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));
    line.withdraw(line.outcome("a").getArticleId(), false);

    line.readAgain("a", Cause.REPROCESS);

    assertThat(line.articles()).isEmpty();
    assertThat(line.outcome("a").getWithdrawn()).isTrue();
  }

  @Test
  void requestForWhatIsNotThere_isPassedOver() {
    line.ingest("a", NOW, file("Ferry returns", FERRY, RETURNS));
    int written = line.written();

    line.readAgain(request(2, new PreviousReading("u:x", "no hash")));

    assertThat(line.written()).isEqualTo(written);
  }

  @Test
  void headersOfARawRecord_areInItsDeadLetter() {
    var headers = new RecordHeaders();
    for (int i = 0; i < 70; i++) {
      headers.add("h" + i, ("v" + i).getBytes(UTF_8));
    }
    line.sendBytes("test/garbage", NOW, new byte[] {1, 2, 3}, headers);

    DeadLetter letter = line.deadLetters().get(0);
    assertThat(letter.getHeaders()).hasSize(64);
    assertThat(letter.getHeaders().get(3).getName()).isEqualTo("h3");
    assertThat(letter.getHeaders().get(3).getValue())
        .isEqualTo(ByteBuffer.wrap("v3".getBytes(UTF_8)));
    assertThat(letter.getHeadersLeftOut()).isEqualTo(6);
  }

  private Reread request(int attempt, PreviousReading previous) {
    Outcome outcome = line.outcomes().get(0);
    return Reread.newBuilder()
        .setRaw(new RawPosition(outcome.getRaw().getTopic(), 0, 0L))
        .setDocument(outcome.getDocument())
        .setCause(Cause.REDRIVE)
        .setAttempt(attempt)
        .setPrevious(previous)
        .setRequestedAt(Instant.EPOCH)
        .build();
  }
}
