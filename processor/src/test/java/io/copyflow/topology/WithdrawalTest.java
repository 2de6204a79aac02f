package io.copyflow.topology;

import static io.copyflow.avro.OutcomeKind.DUPLICATE;
import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REVISED;
import static io.copyflow.topology.Line.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people take out of sight stays out, whatever came or comes. */
class WithdrawalTest {

  private static final long NOW = 1_700_000_000_000L;
  private static final String URL = "https://news.example/ferry";
  private static final String ELSEWHERE = "https://other.example/ferry";
  private static final String TEXT =
      "The harbour ferry returned to service on Monday after eleven weeks in the yard.";

  @TempDir Path directory;
  private Line line;
  private String articleId;

  @BeforeEach
  void ingestAnArticle() {
    line = new Line(directory);
    line.ingest("first", NOW, file("Ferry returns", URL, TEXT));
    articleId = line.outcome("first").getArticleId();
  }

  @AfterEach
  void close() {
    line.close();
  }

  @Test
  void withdrawnArticle_isNotSeen_andKeepsItsVerdict() {
    line.withdraw(articleId, false);

    assertThat(line.articles()).isEmpty();
    assertThat(line.outcome("first").getKind()).isEqualTo(NEW);
    assertThat(line.outcome("first").getWithdrawn()).isTrue();
  }

  @Test
  void laterRevision_staysOut() {
    line.withdraw(articleId, false);
    line.ingest("second", NOW + 1, file("Ferry returns", URL, TEXT + " It was painted."));

    assertThat(line.articles()).isEmpty();
    assertThat(line.outcome("second").getKind()).isEqualTo(REVISED);
    assertThat(line.outcome("second").getWithdrawn()).isTrue();
  }

  @Test
  void articleThatComesAfterItsWithdrawal_isNeverWritten() {
    line.withdraw("u:5c1f", false);
    line.withdraw(other(), false);
    line.ingest("elsewhere", NOW + 1, file("Budget", ELSEWHERE, TEXT + " The budget passed."));

    assertThat(line.revisions()).extracting(Article::getArticleId).containsExactly(articleId);
    assertThat(line.outcome("elsewhere").getWithdrawn()).isTrue();
  }

  @Test
  void undo_bringsAllRevisionsBack() {
    line.withdraw(articleId, false);
    line.ingest("second", NOW + 1, file("Ferry returns", URL, TEXT + " It was painted."));
    line.withdraw(articleId, true);

    assertThat(line.revisions()).extracting(Article::getRevision).containsExactly(1, 1, 2);
    assertThat(line.articles()).extracting(Article::getRevision).containsExactly(2);
    assertThat(line.outcomes()).extracting(Outcome::getWithdrawn).containsOnly(false);
  }

  @Test
  void tombstoneOfADecision_takesItBack() {
    line.withdraw(articleId, false);
    line.withdraw(articleId, null);

    assertThat(line.articles()).hasSize(1);
  }

  @Test
  void sameDecisionTwice_writesNothing() {
    line.withdraw(articleId, false);
    int written = line.written();
    line.withdraw(articleId, false);

    assertThat(line.written()).isEqualTo(written);
  }

  @Test
  void copyOfAWithdrawnText_staysACopy() {
    line.withdraw(articleId, false);
    line.ingest("copy", NOW + 1, file("Ferry returns", ELSEWHERE, TEXT));

    assertThat(line.articles()).isEmpty();
    assertThat(line.outcome("copy").getKind()).isEqualTo(DUPLICATE);
    assertThat(line.outcome("copy").getWithdrawn()).isFalse();
  }

  @Test
  void whatIsNoDecision_isPassedOver() {
    line.withdraw(articleId, new byte[] {1, 2, 3});

    assertThat(line.articles()).hasSize(1);
  }

  /** The id of the article at the other address. */
  private String other() {
    try (var another = new Line(directory.resolve("another"))) {
      another.ingest("elsewhere", NOW, file("Budget", ELSEWHERE, TEXT));
      return another.outcome("elsewhere").getArticleId();
    }
  }
}
