package io.copyflow.e2e;

import static io.copyflow.avro.OutcomeKind.EMPTY;
import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REJECTED;
import static io.copyflow.avro.OutcomeKind.REVISED;
import static io.copyflow.avro.OutcomeKind.UNCHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Document;
import io.copyflow.avro.RawPosition;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every breach of an invariant, staged on a real broker, is found and named; and only that. */
@Timeout(120)
class LedgerVerifyTest {

  private static final String TEXT = "v1:aa";
  private static final String OTHER_TEXT = "v1:bb";

  @TempDir static Path directory;
  private static OpenBroker broker;
  private Commands commands;
  private Staging staging;
  private Staging.Raw article;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = OpenBroker.in(directory.resolve("broker"));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  /** Each breach stands beside an article, its copy and a rejected file that are in order. */
  @BeforeEach
  void stageWhatIsInOrder(TestInfo test) throws Exception {
    String prefix = test.getTestMethod().orElseThrow().getName() + ".";
    commands = Commands.on(directory, broker.address(), prefix);
    commands.ok("topics", "--create", "--partitions", "1");
    staging = new Staging(broker.address(), prefix);
    article = staging.raw("article.txt");
    staging.revision(article, NEW, TEXT);
    staging.article(article, TEXT);
    staging.copy(staging.raw("copy.txt"), TEXT, article);
    Staging.Raw rejected = staging.raw("rejected.txt");
    staging.outcome(rejected, REJECTED);
    staging.deadLetter(rejected);
  }

  @AfterEach
  void close() {
    staging.close();
  }

  @Test
  void soundTopics_holdEveryInvariant() {
    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  @Test
  void missingOutcome_isFound() throws Exception {
    staging.raw("lost.txt");

    assertThat(violations()).containsExactly("HAS_OUTCOME feed/lost.txt 0-3");
  }

  @Test
  void doubledArticle_isFound() throws Exception {
    staging.article(article, TEXT);

    assertThat(violations()).containsExactly("WRITTEN_ONCE feed/article.txt 0-0");
  }

  @Test
  void doubledOutcome_isFound() throws Exception {
    staging.revision(article, NEW, TEXT);
    staging.outcome(staging.raw("between.txt"), EMPTY);

    assertThat(violations()).containsExactly("WRITTEN_ONCE feed/article.txt 0-0");
  }

  @Test
  void outcomeWithoutArticle_isFound() throws Exception {
    staging.revision(staging.raw("unpublished.txt"), NEW, OTHER_TEXT);

    assertThat(violations()).containsExactly("PUBLISHED feed/unpublished.txt 0-3");
  }

  @Test
  void articleWithoutOutcome_isFound() throws Exception {
    Staging.Raw untold = staging.raw("untold.txt");
    staging.outcome(untold, EMPTY);
    staging.article(untold, OTHER_TEXT);

    assertThat(violations()).containsExactly("PUBLISHED feed/untold.txt 0-3");
  }

  @Test
  void secondArticleOfAContent_isFound() throws Exception {
    Staging.Raw second = staging.raw("second.txt");
    staging.revision(second, NEW, TEXT);
    staging.article(second, TEXT);

    assertThat(violations()).containsExactly("ONE_ARTICLE_PER_CONTENT feed/second.txt 0-3");
  }

  @Test
  void mirrorInTheOtherScript_isACopy() throws Exception {
    staging.mirror(staging.raw("mirror.txt"), OTHER_TEXT, TEXT, article);

    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  @Test
  void mirrorOfNothing_isFound() throws Exception {
    staging.mirror(staging.raw("mirror.txt"), OTHER_TEXT, "v1:cc", article);

    assertThat(violations()).containsExactly("EARLIEST_WINS feed/mirror.txt 0-3");
  }

  @Test
  void reissueThatNamesTheFirstIssue_isAnArticle() throws Exception {
    staging.reissue(staging.raw("again.txt"), TEXT, article);

    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  @Test
  void reissueThatNamesAnotherThanTheFirst_isFound() throws Exception {
    Staging.Raw second = staging.raw("second.txt");
    staging.reissue(second, TEXT, article);
    staging.reissue(staging.raw("third.txt"), TEXT, second);

    assertThat(violations()).containsExactly("EARLIEST_WINS feed/third.txt 0-4");
  }

  @Test
  void copyAfterTheWindow_isAnArticle() throws Exception {
    Staging.Raw old = old();
    Staging.Raw again = staging.raw("again.txt");
    staging.revision(again, NEW, OTHER_TEXT);
    staging.article(again, OTHER_TEXT);
    staging.copy(staging.raw("copy-of-again.txt"), OTHER_TEXT, again);
    staging.later(staging.raw("unchanged.txt"), UNCHANGED, OTHER_TEXT, old, 1, old);

    assertThat(commands.ok("ledger", "--verify", "--dedup-window-days", "30")).contains("balances");
    assertThat(violations("--dedup-window-days", "41"))
        .containsExactly(
            "ONE_ARTICLE_PER_CONTENT feed/again.txt 0-4",
            "EARLIEST_WINS feed/copy-of-again.txt 0-5");
  }

  @Test
  void copyOfWhatCameBeforeTheWindow_isFound() throws Exception {
    Staging.Raw old = old();
    staging.copy(staging.raw("late-copy.txt"), OTHER_TEXT, old);

    assertThat(commands.ok("ledger", "--verify")).contains("balances");
    assertThat(violations("--dedup-window-days", "30"))
        .containsExactly("EARLIEST_WINS feed/late-copy.txt 0-4");
  }

  /** An article of forty days ago, in order. */
  private Staging.Raw old() throws Exception {
    staging.moveOn(-40);
    Staging.Raw old = staging.raw("old.txt");
    staging.revision(old, NEW, OTHER_TEXT);
    staging.article(old, OTHER_TEXT);
    staging.moveOn(40);
    return old;
  }

  @Test
  void copyOfALaterOriginal_isFound() throws Exception {
    Staging.Raw copy = staging.raw("copy-too-early.txt");
    Staging.Raw original = staging.raw("original.txt");
    staging.copy(copy, OTHER_TEXT, original);
    staging.revision(original, NEW, OTHER_TEXT);
    staging.article(original, OTHER_TEXT);

    assertThat(violations()).containsExactly("EARLIEST_WINS feed/copy-too-early.txt 0-3");
  }

  @Test
  void copyOfARejectedFile_isFound() throws Exception {
    Staging.Raw rejected = staging.raw("no-original.txt");
    staging.outcome(rejected, REJECTED);
    staging.deadLetter(rejected);
    staging.copy(staging.raw("copy-of-nothing.txt"), OTHER_TEXT, rejected);

    assertThat(violations()).containsExactly("EARLIEST_WINS feed/copy-of-nothing.txt 0-4");
  }

  @Test
  void copyOfAnotherThanTheFirst_isFound() throws Exception {
    Staging.Raw copy = staging.raw("second-copy.txt");
    staging.copy(copy, TEXT, staging.raw("somebody.txt"));
    staging.outcome(staging.raw("nobody.txt"), EMPTY);

    assertThat(violations())
        .containsExactly(
            "HAS_OUTCOME feed/somebody.txt 0-4", "EARLIEST_WINS feed/second-copy.txt 0-3");
  }

  @Test
  void copyOfItsOwnArticle_isFound() throws Exception {
    Staging.Raw again = staging.raw("again.txt");
    staging.copy(again, TEXT, article, article);

    assertThat(violations()).containsExactly("EARLIEST_WINS feed/again.txt 0-3");
  }

  @Test
  void soundRevisions_holdEveryInvariant() throws Exception {
    reviseTwice(2, 3);

    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  @Test
  void gapInRevisions_isFound() throws Exception {
    reviseTwice(2, 4);

    assertThat(violations()).containsExactly("REVISIONS_IN_ORDER feed/third.txt 0-4");
  }

  @Test
  void revisionThatRepeatsAContent_isFound() throws Exception {
    Staging.Raw again = staging.raw("again.txt");
    staging.later(again, REVISED, TEXT, article, 2, article);
    staging.article(again, TEXT, article, 2, TEXT);

    assertThat(violations()).containsExactly("REVISIONS_IN_ORDER feed/again.txt 0-3");
  }

  @Test
  void unchangedOfNothing_isFound() throws Exception {
    staging.later(staging.raw("same.txt"), UNCHANGED, OTHER_TEXT, article, 1, article);

    assertThat(violations()).containsExactly("REVISIONS_IN_ORDER feed/same.txt 0-3");
  }

  @Test
  void oldRevisionPublishedLast_isFound() throws Exception {
    Staging.Raw second = staging.raw("second.txt");
    staging.later(second, REVISED, OTHER_TEXT, article, 2, article);

    assertThat(violations()).containsExactly("PUBLISHED feed/second.txt 0-3");
  }

  @Test
  void articleThatSupersedesNothing_isFound() throws Exception {
    Staging.Raw second = staging.raw("second.txt");
    staging.later(second, REVISED, OTHER_TEXT, article, 2, article);
    staging.article(second, OTHER_TEXT, article, 2, null);

    assertThat(violations()).containsExactly("PUBLISHED feed/second.txt 0-3");
  }

  @Test
  void articleTakenAway_isFound() throws Exception {
    staging.tombstone(article);

    assertThat(violations()).containsExactly("PUBLISHED feed/article.txt 0-0");
  }

  @Test
  void outcomeOfAnotherFile_isFound() throws Exception {
    Staging.Raw raw = staging.raw("true.txt");
    staging.outcome(raw, new Document("feed", "untrue.txt"), raw.at(), EMPTY);

    assertThat(violations()).containsExactly("TRUE_TO_RAW feed/true.txt 0-3");
  }

  @Test
  void outcomeOfAnotherTime_isFound() throws Exception {
    Staging.Raw raw = staging.raw("late.txt");
    staging.outcome(raw, raw.document(), raw.at().plusSeconds(9), EMPTY);

    assertThat(violations()).containsExactly("TRUE_TO_RAW feed/late.txt 0-3");
  }

  @Test
  void outcomeWithoutRaw_isFound() throws Exception {
    var nowhere = new RawPosition(article.position().getTopic(), 0, 99L);
    staging.outcome(
        new Staging.Raw(new Document("feed", "gone.txt"), nowhere, article.at()), EMPTY);

    assertThat(violations()).containsExactly("HAS_RAW feed/gone.txt 0-99");
  }

  @Test
  void outcomeThatCannotBeRead_isFound() throws Exception {
    staging.raw("torn.txt");
    staging.garbage("0-3");

    assertThat(violations()).containsExactly("READABLE 0-3 ", "HAS_OUTCOME feed/torn.txt 0-3");
  }

  @Test
  void deadLetterOfAnEarlierAttempt_isHistory() throws Exception {
    Staging.Raw again = staging.raw("again.txt");
    staging.deadLetter(again, 1);
    staging.outcome(again, EMPTY, 2);

    assertThat(commands.ok("ledger", "--verify")).contains("balances");
  }

  @Test
  void deadLetterOfALaterAttempt_isFound() throws Exception {
    Staging.Raw again = staging.raw("again.txt");
    staging.outcome(again, EMPTY, 1);
    staging.deadLetter(again, 2);

    assertThat(violations()).containsExactly("ATTEMPTS_IN_ORDER feed/again.txt 0-3");
  }

  @Test
  void outcomeOfAnEarlierAttempt_isFound() throws Exception {
    Staging.Raw again = staging.raw("again.txt");
    staging.outcome(again, EMPTY, 2);
    staging.outcome(again, EMPTY, 1);

    assertThat(violations()).containsExactly("ATTEMPTS_IN_ORDER feed/again.txt 0-3");
  }

  @Test
  void twoDeadLettersOfOneAttempt_areFound() throws Exception {
    Staging.Raw rejected = staging.raw("twice.txt");
    staging.outcome(rejected, REJECTED);
    staging.deadLetter(rejected);
    staging.deadLetter(rejected);

    assertThat(violations()).containsExactly("WRITTEN_ONCE feed/twice.txt 0-3");
  }

  @Test
  void manyViolations_areAllNamedInLines() throws Exception {
    for (int i = 0; i < 30; i++) {
      staging.raw("lost-%02d.txt".formatted(i));
    }

    var lines = commands.run("ledger", "--verify", "-o", "jsonl", "--show", "2");

    assertThat(lines.out().lines()).hasSize(31);
    assertThat(lines.out()).contains("lost-29.txt").contains("\"violationCount\":30");
    assertThat(lines.err()).contains("lost-01.txt", "and 28 more").doesNotContain("lost-02.txt");
  }

  @Test
  void proof_isTheSameInLittleMemory() throws Exception {
    for (int i = 0; i < 300; i++) {
      staging.raw("lost-%03d-%s.txt".formatted(i, "x".repeat(1_000)));
    }

    var verified =
        commands.run("ledger", "--verify", "-o", "json", "--ledger-memory-bytes", "1048576");

    assertThat(Commands.json(verified.out()).get("violationCount").asInt()).isEqualTo(300);
    assertThat(verified.err()).containsPattern("with [1-9]\\d* MB of temporary files");
  }

  private void reviseTwice(int second, int third) throws Exception {
    Staging.Raw one = staging.raw("second.txt");
    staging.later(one, REVISED, OTHER_TEXT, article, second, article);
    staging.article(one, OTHER_TEXT, article, second, TEXT);
    Staging.Raw other = staging.raw("third.txt");
    staging.later(other, REVISED, "v1:cc", article, third, one);
    staging.article(other, "v1:cc", article, third, OTHER_TEXT);
  }

  @Test
  void rejectedFileWithoutDeadLetter_isFound() throws Exception {
    staging.outcome(staging.raw("forgotten.txt"), REJECTED);

    assertThat(violations()).containsExactly("DEAD_LETTER feed/forgotten.txt 0-3");
  }

  @Test
  void deadLetterOfAnArticle_isFound() throws Exception {
    staging.deadLetter(article);

    assertThat(violations()).containsExactly("DEAD_LETTER feed/article.txt 0-0");
  }

  @Test
  void deadLetterWithoutOutcome_isFound() throws Exception {
    staging.deadLetter(staging.raw("unjudged.txt"));

    assertThat(violations())
        .containsExactly("HAS_OUTCOME feed/unjudged.txt 0-3", "DEAD_LETTER feed/unjudged.txt 0-3");
  }

  /** What the proof finds; it has to fail, and to name on standard error each that it finds. */
  private List<String> violations(String... options) {
    var verified =
        commands.run(
            Stream.concat(Stream.of("ledger", "--verify", "-o", "json"), Stream.of(options))
                .toArray(String[]::new));
    assertThat(verified.exitCode()).isEqualTo(1);
    var found = Commands.json(verified.out()).get("violations");
    found.forEach(one -> assertThat(verified.err()).contains(one.get("document").asText()));
    return StreamSupport.stream(found.spliterator(), false)
        .map(one ->
            "%s %s %s"
                .formatted(
                    one.get("invariant").asText(),
                    one.get("document").asText(),
                    one.get("raw").asText()))
        .toList();
  }
}
