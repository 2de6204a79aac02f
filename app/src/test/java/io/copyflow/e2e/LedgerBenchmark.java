package io.copyflow.e2e;

import static io.copyflow.avro.OutcomeKind.EMPTY;
import static io.copyflow.avro.OutcomeKind.NEW;
import static io.copyflow.avro.OutcomeKind.REJECTED;
import static io.copyflow.avro.OutcomeKind.REVISED;
import static io.copyflow.avro.OutcomeKind.UNCHANGED;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.topics.TopicAdmin;
import io.copyflow.topics.Topics;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

/**
 * A broker with topics as a pipeline leaves them, as large as wanted, to measure what reads them:
 *
 * <pre>
 * java -cp … io.copyflow.e2e.LedgerBenchmark FOLDER RECORDS BYTES_EACH
 * </pre>
 *
 * <p>It prints the broker's address when the topics are filled and sound. A line on standard input
 * makes it break each invariant once; the end of standard input ends it.
 */
final class LedgerBenchmark {

  /** Of a hundred raw records: 70 new, 10 revisions, 8 re-crawls, 8 copies, 2 empty, 2 rejected. */
  private static final int ARTICLES = 70;

  private static final int REVISIONS = 80;
  private static final int RECRAWLS = 88;
  private static final int COPIES = 96;
  private static final int EMPTY_FILES = 98;

  private static final int REMEMBERED = 10_000;

  private final Staging staging;
  private final Random random = new Random(7);

  /** The latest state of some articles, for what comes later to speak of. */
  private final Known[] articles = new Known[REMEMBERED];

  private int known;

  /** An article at its latest revision. */
  private record Known(Staging.Raw first, Staging.Raw latest, int revision, String content) {}

  private LedgerBenchmark(Staging staging) {
    this.staging = staging;
  }

  /** Fills, then waits for standard input. */
  public static void main(String[] args) throws Exception {
    int records = Integer.parseInt(args[1]);
    var topics = Topics.standard();
    try (var broker = OpenBroker.in(Path.of(args[0]));
        var admin = TopicAdmin.connect(topics, Map.of("bootstrap.servers", broker.address()));
        var staging = Staging.inBulk(broker.address(), topics, records, Integer.parseInt(args[2]));
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      var created = admin.create();
      System.out.println(created.size() + " topics");
      var benchmark = new LedgerBenchmark(staging);
      benchmark.fill(records);
      System.out.println("filled " + broker.address());
      while (in.readLine() != null) {
        benchmark.breakEachInvariant();
        System.out.println("broken");
      }
    }
  }

  private void fill(int records) throws Exception {
    for (int i = 0; i < records; i++) {
      int draw = known == 0 ? 0 : random.nextInt(100);
      var raw = staging.raw("desk-%02d/2031-05-%06d.txt".formatted(i % 40, i));
      if (draw < ARTICLES) {
        publish(raw);
      } else if (draw < COPIES) {
        speakOf(random.nextInt(Math.min(known, REMEMBERED)), raw, draw);
      } else if (draw < EMPTY_FILES) {
        staging.outcome(raw, EMPTY);
      } else {
        staging.outcome(raw, REJECTED);
        staging.deadLetter(raw);
      }
    }
    staging.flush();
  }

  private void publish(Staging.Raw raw) throws Exception {
    String content = content();
    staging.revision(raw, NEW, content);
    staging.article(raw, content);
    articles[known++ % REMEMBERED] = new Known(raw, raw, 1, content);
  }

  private void speakOf(int which, Staging.Raw raw, int draw) throws Exception {
    Known article = articles[which];
    if (draw < REVISIONS) {
      String content = content();
      int revision = article.revision + 1;
      staging.later(raw, REVISED, content, article.first, revision, article.latest);
      staging.article(raw, content, article.first, revision, article.content);
      articles[which] = new Known(article.first, raw, revision, content);
    } else if (draw < RECRAWLS) {
      staging.later(
          raw, UNCHANGED, article.content, article.first, article.revision, article.latest);
    } else {
      staging.copyOf(raw, article.content, article.first, article.latest);
    }
  }

  private void breakEachInvariant() throws Exception {
    staging.raw("broken/missing-outcome.txt");
    told("broken/doubled-outcome.txt", EMPTY, 2);
    Staging.Raw doubled = staging.raw("broken/doubled-article.txt");
    String content = content();
    staging.revision(doubled, NEW, content);
    staging.article(doubled, content);
    staging.article(doubled, content);
    staging.revision(staging.raw("broken/outcome-without-article.txt"), NEW, content());
    staging.article(told("broken/article-without-outcome.txt", EMPTY, 1), content());
    wrongWinner();
    staging.deadLetter(staging.raw("broken/dead-letter-without-outcome.txt"));
    told("broken/rejected-without-dead-letter.txt", REJECTED, 1);
    Known article = articles[0];
    staging.later(
        staging.raw("broken/unchanged-of-nothing.txt"),
        UNCHANGED,
        content(),
        article.first,
        article.revision,
        article.latest);
    staging.flush();
  }

  private Staging.Raw told(String path, OutcomeKind kind, int times) throws Exception {
    Staging.Raw raw = staging.raw(path);
    for (int i = 0; i < times; i++) {
      staging.outcome(raw, kind);
    }
    return raw;
  }

  /** The later of two raw records has the content, and the earlier is called its copy. */
  private void wrongWinner() throws Exception {
    String content = content();
    Staging.Raw first = staging.raw("broken/wrong-winner.txt");
    Staging.Raw second = staging.raw("broken/winner.txt");
    staging.copy(first, content, second);
    staging.revision(second, NEW, content);
    staging.article(second, content);
  }

  private String content() {
    var hash = new byte[32];
    random.nextBytes(hash);
    return "v1:" + HexFormat.of().formatHex(hash);
  }
}
