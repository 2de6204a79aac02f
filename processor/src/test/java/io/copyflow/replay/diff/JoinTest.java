package io.copyflow.replay.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.copyflow.avro.Article;
import io.copyflow.avro.CharsetOrigin;
import io.copyflow.avro.Document;
import io.copyflow.avro.ExtractorInfo;
import io.copyflow.avro.Image;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.avro.Publisher;
import io.copyflow.avro.RawPosition;
import io.copyflow.avro.ReplayFilter;
import io.copyflow.identity.Window;
import io.copyflow.ledger.LedgerSettings;
import io.copyflow.ledger.Position;
import io.copyflow.replay.diff.DiffReport.ArticleChange;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What differs between two sides, from records that are made by hand. */
class JoinTest {

  private static final ReplayFilter ALL = new ReplayFilter(null, null, null, null, null);
  private static final long END = 100;

  @TempDir Path temp;
  private Join join;
  private long logged;

  @BeforeEach
  void open() {
    open(ALL);
  }

  private void open(ReplayFilter filter) {
    var space = new LedgerSettings(1 << 20, temp, Window.NONE);
    join = new Join(new Scope(filter, List.of(END)), space, () -> false);
  }

  @AfterEach
  void close() {
    join.close();
  }

  @Test
  void sidesThatAreTheSame_doNotDiffer() {
    both(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(1, "a", "text", "caption"));

    DiffReport report = report();

    assertThat(report.compared()).isEqualTo(1);
    assertThat(report.differing()).isZero();
    assertThat(report.fields()).isEmpty();
    assertThat(join.otherReadings()).isExhausted();
  }

  @Test
  void changedCaption_isCountedAndAskedFor_withWhatItWas() {
    both(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(1, "a", "text", "caption"));
    live(2, outcome(2, OutcomeKind.NEW, "b", "y"), article(2, "b", "text", "old"));
    generation(2, outcome(2, OutcomeKind.NEW, "b", "y"), article(2, "b", "text", "new"));

    DiffReport report = report();

    assertThat(report.otherReading()).isEqualTo(1);
    assertThat(report.fields()).containsExactly(entry("images.caption", new FieldCount(1, 0, 0)));
    assertThat(report.byPublisher().get("example.org")).isEqualTo(report.fields());
    assertThat(report.worst()).extracting(ArticleChange::document).containsExactly("s/2");
    assertThat(all(join.otherReadings()))
        .extracting(Request::raw, request -> request.previous().articleId())
        .containsExactly(tuple(new Position(0, 2), "b"));
  }

  @Test
  void captionThatComesOrGoes_isToldFromOneThatChanges() {
    live(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(1, "a", "text", null));
    generation(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(1, "a", "text", "new"));
    live(2, outcome(2, OutcomeKind.NEW, "b", "y"), article(2, "b", "text", "old"));
    generation(2, outcome(2, OutcomeKind.NEW, "b", "y"), article(2, "b", "text", null));

    assertThat(report().fields()).containsExactly(entry("images.caption", new FieldCount(0, 1, 1)));
  }

  @Test
  void verdictThatFollowsFromAnother_isNotAReading() {
    live(1, outcome(1, OutcomeKind.NEW, "a", "x"), null);
    generation(1, outcome(1, OutcomeKind.NEW, "a", "z"), null);
    live(2, outcome(2, OutcomeKind.DUPLICATE, "b", "x"), null);
    generation(2, outcome(2, OutcomeKind.NEW, "b", "x"), article(2, "b", "text", null));

    DiffReport report = report();

    assertThat(report.otherReading()).isEqualTo(1);
    assertThat(report.otherVerdict()).isEqualTo(1);
    assertThat(report.appeared()).isEqualTo(1);
    assertThat(report.flips())
        .extracting(Flip::from, Flip::to, Flip::samples)
        .containsExactly(tuple("DUPLICATE", "NEW", List.of("s/2")));
    assertThat(all(join.otherReadings())).extracting(Request::document).containsExactly("s/1");
    assertThat(all(join.otherVerdicts())).extracting(Request::document).containsExactly("s/2");
  }

  @Test
  void lastRecordOfAKey_counts() {
    live(1, outcome(1, OutcomeKind.NEW, "a", "old"), article(1, "a", "old", null));
    both(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(1, "a", "text", null));

    assertThat(report().differing()).isZero();
  }

  @Test
  void otherArticleId_isAFieldOfTheSameArticle() {
    live(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(1, "a", "text", null));
    generation(1, outcome(1, OutcomeKind.NEW, "b", "x"), article(1, "b", "text", null));

    DiffReport report = report();

    assertThat(report.fields()).containsOnlyKeys("articleId");
    assertThat(report.appeared() + report.vanished()).isZero();
  }

  @Test
  void whatNobodyHasReadYet_isNotCompared() {
    generation(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(1, "a", "text", null));
    live(END, outcome(END, OutcomeKind.NEW, "b", "y"), article(END, "b", "text", null));

    DiffReport report = report();

    assertThat(report.pending()).isEqualTo(1);
    assertThat(report.compared() + report.appeared() + report.vanished()).isZero();
  }

  @Test
  void articleThatWentOnWithALaterRecord_saysNothingOfTheRules() {
    live(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(END, "a", "later", null));
    generation(1, outcome(1, OutcomeKind.NEW, "a", "x"), article(1, "a", "text", null));

    assertThat(report().differing()).isZero();
  }

  @Test
  void filter_leavesTheRestOut() {
    for (var filter :
        List.of(
            new ReplayFilter(Instant.ofEpochMilli(2), null, null, null, null),
            new ReplayFilter(null, Instant.ofEpochMilli(2), null, null, null),
            new ReplayFilter(null, null, "other", null, null),
            new ReplayFilter(null, null, null, "b", null),
            new ReplayFilter(null, null, null, null, "NO_TEXT"))) {
      open(filter);
      live(1, outcome(1, OutcomeKind.NEW, "a", "x"), null);
      generation(1, outcome(1, OutcomeKind.NEW, "a", "z"), null);
      live(2, outcome(2, OutcomeKind.NEW, "b", "y"), null);
      generation(2, outcome(2, OutcomeKind.NEW, "b", "w"), null);

      int held = filter.getSource() == null && filter.getReason() == null ? 1 : 0;
      assertThat(report().differing()).as("%s", filter).isEqualTo(held);
      join.close();
    }
  }

  private DiffReport report() {
    return join.report(
        "1+2", 20, change -> new ArticleChange(change.document(), change.publisher(), List.of()));
  }

  private void both(long raw, Outcome outcome, @Nullable Article article) {
    live(raw, outcome, article);
    generation(raw, outcome, article);
  }

  private void live(long raw, Outcome outcome, @Nullable Article article) {
    put(Side.LIVE, outcome, article);
  }

  private void generation(long raw, Outcome outcome, @Nullable Article article) {
    put(Side.GENERATION, outcome, article);
  }

  private void put(Side side, Outcome outcome, @Nullable Article article) {
    join.outcome(side, logged++, outcome);
    if (article != null) {
      join.article(side, new Position(0, logged++), article.getArticleId(), article);
    }
  }

  private static List<Request> all(Iterator<Request> requests) {
    var all = new ArrayList<Request>();
    requests.forEachRemaining(all::add);
    return all;
  }

  private static Outcome outcome(long offset, OutcomeKind kind, String articleId, String hash) {
    return Outcome.newBuilder()
        .setKind(kind)
        .setDocument(new Document("s", Long.toString(offset)))
        .setRaw(new RawPosition("raw", 0, offset))
        .setIngestedAt(Instant.ofEpochMilli(offset))
        .setArticleId(articleId)
        .setContentHash(hash)
        .setExtractor(new ExtractorInfo("copyflow", "1+1", "example.org"))
        .build();
  }

  private static Article article(
      long offset, String articleId, String text, @Nullable String caption) {
    return Article.newBuilder()
        .setArticleId(articleId)
        .setRevision(1)
        .setContentHash("x")
        .setTitleHash("t")
        .setDocument(new Document("s", Long.toString(offset)))
        .setPublisher(new Publisher("example.org", null))
        .setText(text)
        .setImages(List.of(new Image("https://img.example.org/1.jpg", caption, null)))
        .setCharacters(1)
        .setWords(1)
        .setCharsetOrigin(CharsetOrigin.UNKNOWN)
        .setExtractor(new ExtractorInfo("copyflow", "1+1", "example.org"))
        .setRaw(new RawPosition("raw", 0, offset))
        .build();
  }
}
