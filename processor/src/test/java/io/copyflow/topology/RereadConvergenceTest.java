package io.copyflow.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Article;
import io.copyflow.avro.Cause;
import io.copyflow.avro.ExtractorInfo;
import io.copyflow.avro.Outcome;
import io.copyflow.identity.Hashes;
import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.RawKey;
import io.copyflow.identity.Window;
import io.copyflow.topics.Keys;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Records that are read again by other rules, while others come in, in whatever order the tasks
 * work: in the end everything is as if all had been read by the last rules at once. On the way no
 * verdict, no article and no dead letter is written twice in a row, and no verdict goes back to an
 * earlier reading.
 */
class RereadConvergenceTest {

  private static final int VERSIONS = 3;

  private static final List<String> TEXTS =
      List.of(
          "渡轮周一恢复运营，码头上挤满了等着看热闹的人。".repeat(4),
          "渡輪週一恢復運營，碼頭上擠滿了等著看熱鬧的人。".repeat(4),
          "The council passed the budget, and left the rural railway out of it once again.",
          "The orchard opened two weeks early this year, and no drought came.");

  /** What a version of the rules makes of a file; without a page it is refused. */
  record Shown(@Nullable String page, int text, String title, String lead) {}

  /** A file, as each version of the rules reads it. */
  record File(long day, List<Shown> shown) {}

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void rereads_endAsIfReadSoAtFirst(@ForAll("files") List<File> files, @ForAll long seed) {
    converges(files, seed, Dedup.STANDARD);
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void rereadsWithAWindow_endAsIfReadSoAtFirst(
      @ForAll("files") List<File> files, @ForAll long seed) {
    converges(files, seed, new Dedup(Reissues.DUPLICATE, new Window(2)));
  }

  private static void converges(List<File> files, long seed, Dedup dedup) {
    var random = new Random(seed);
    var line = new Interleaved(dedup, rules(files, 0));
    live(line, files, random);
    line.setRules(rules(files, VERSIONS - 1));
    line.drain(random);
    for (int i = 0; i < files.size(); i++) {
      line.readAgain(i);
    }
    line.drain(random);

    var fresh = new Interleaved(dedup, rules(files, VERSIONS - 1));
    for (int i = 0; i < files.size(); i++) {
      ingest(fresh, files, i);
    }
    fresh.drain(random);
    assertThat(line.faults()).isEmpty();
    assertThat(told(line)).isEqualTo(told(fresh));
    assertThat(seen(line)).isEqualTo(seen(fresh));
  }

  /** Files come in, rules change, records are read again, and tasks work, in any order. */
  private static void live(Interleaved line, List<File> files, Random random) {
    int came = 0;
    while (came < files.size()) {
      int draw = random.nextInt(10);
      if (draw < 2) {
        ingest(line, files, came++);
      } else if (draw == 2) {
        line.setRules(rules(files, random.nextInt(VERSIONS)));
      } else if (draw == 3 && came > 0) {
        line.readAgain(random.nextInt(came));
      } else {
        line.step(random);
      }
    }
  }

  private static void ingest(Interleaved line, List<File> files, int number) {
    long time = TimeUnit.DAYS.toMillis(files.get(number).day());
    line.ingest("s/" + number, time, Integer.toString(number).getBytes(UTF_8));
  }

  private static Rules rules(List<File> files, int version) {
    var verdicts = new Verdicts("raw", "1");
    return (raw, value) -> {
      Shown shown = files.get(Integer.parseInt(new String(value, UTF_8))).shown().get(version);
      return shown.page() == null
          ? verdicts.unreadable(raw, value, "refused")
          : identified(raw, shown);
    };
  }

  private static Reading identified(RawKey raw, Shown shown) {
    String text = TEXTS.get(shown.text());
    Hashes content = Hashes.ofText(text, null, null);
    Hashes title = Hashes.ofTitle(shown.title());
    String id = "p:news.example:" + shown.page();
    var article =
        Article.newBuilder()
            .setArticleId(id)
            .setRevision(0)
            .setContentHash(content.asWritten().value())
            .setTitleHash(title.asWritten().value())
            .setDocument(Keys.document(raw.document()))
            .setText(text)
            .setLead(shown.lead())
            .setCharacters(text.length())
            .setWords(1)
            .setExtractor(new ExtractorInfo("e", "1", null))
            .setRaw(new Verdicts("raw", "1").position(raw.ref()))
            .build();
    return new Reading.Identified(
        id, new Facts(raw, content, title, null, null), Articles.toBytes(article), Gaps.NONE);
  }

  private static Map<String, Outcome> told(Interleaved line) {
    var told = new TreeMap<String, Outcome>();
    line.outcomes()
        .forEach((key, outcome) ->
            told.put(
                key,
                Outcome.newBuilder(outcome)
                    .setCause(Cause.LIVE)
                    .setGeneration(null)
                    .setAttempt(1)
                    .setOtherAttempt(1)
                    .build()));
    return told;
  }

  private static Map<String, Article> seen(Interleaved line) {
    var seen = new TreeMap<String, Article>();
    line.articles()
        .forEach((key, article) ->
            seen.put(
                key,
                Article.newBuilder(article)
                    .setCause(Cause.LIVE)
                    .setGeneration(null)
                    .setAttempt(1)
                    .build()));
    return seen;
  }

  @Provide
  Arbitrary<List<File>> files() {
    Arbitrary<Shown> shown =
        Combinators.combine(
                Arbitraries.of("a", "b", "c").injectNull(0.2),
                Arbitraries.integers().between(0, TEXTS.size() - 1),
                Arbitraries.of("One", "Two"),
                Arbitraries.of("x", "y"))
            .as(Shown::new);
    return Combinators.combine(Arbitraries.longs().between(1, 6), shown.list().ofSize(VERSIONS))
        .as(File::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }
}
