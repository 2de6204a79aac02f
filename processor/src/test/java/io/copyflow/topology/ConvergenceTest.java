package io.copyflow.topology;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import io.copyflow.extract.Extractor;
import io.copyflow.identity.History.Reissues;
import io.copyflow.identity.Identity;
import io.copyflow.identity.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever the order of arrival, the compacted views are those that an oracle computes from the set
 * of files. The oracle shares no code with the topology: it sorts all files and looks back.
 */
class ConvergenceTest {

  private static final int NO_WINDOW = 0;

  /**
   * A file: which page it is of, which text and headline it shows, in which script, and on which
   * day it was ingested.
   */
  record File(String name, long day, String page, Text text, boolean mirror, String title) {

    byte[] content() {
      String shown = mirror ? text.inTheOtherScript : text.words;
      return Line.file(title, url(page), shown.repeat(10));
    }
  }

  /** A text in Simplified and in Traditional Chinese, the last one in English. */
  enum Text {
    FERRY("渡轮周一恢复运营，码头上挤满了等着看热闹的人。", "渡輪週一恢復運營，碼頭上擠滿了等著看熱鬧的人。"),
    BUDGET("议会通过预算，里面没有给乡村铁路的钱。", "議會通過預算，裡面沒有給鄉村鐵路的錢。"),
    HARVEST("果园今年提前两周开摘，干旱没有发生。", "果園今年提前兩週開摘，乾旱沒有發生。"),
    CONCERT("The concert begins an hour later. ", "The concert begins an hour later. ");

    private final String words;
    private final String inTheOtherScript;

    Text(String words, String inTheOtherScript) {
      this.words = words;
      this.inTheOtherScript = inTheOtherScript;
    }

    /** How one file's text repeats another's. */
    static String copy(File one, File other) {
      boolean alike = one.mirror() == other.mirror() || one.text() == CONCERT;
      return alike ? "EXACT" : "SCRIPT_VARIANT";
    }
  }

  /** Somebody withdraws a page, or takes that back. */
  record Decision(String page, boolean undone) {}

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void views_doNotDependOnArrival(
      @ForAll("files") List<File> files,
      @ForAll("decisions") List<Decision> decisions,
      @ForAll long seed)
      throws Exception {
    arrivingConverges(files, decisions, seed, NO_WINDOW);
  }

  @Property(tries = 15, edgeCases = EdgeCasesMode.NONE)
  void viewsWithAWindow_doNotDependOnArrival(
      @ForAll("files") List<File> files,
      @ForAll("decisions") List<Decision> decisions,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int windowDays)
      throws Exception {
    arrivingConverges(files, decisions, seed, windowDays);
  }

  private static void arrivingConverges(
      List<File> files, List<Decision> decisions, long seed, int windowDays) throws Exception {
    var dedup = new Dedup(Reissues.DUPLICATE, new Window(windowDays));
    Set<String> withdrawn = withdrawn(decisions);
    try (var line = new Line(Files.createTempDirectory(Path.of("target"), "convergence"), dedup)) {
      arrive(line, files, decisions, new Random(seed));

      assertThat(verdicts(line)).isEqualTo(expectedVerdicts(files, withdrawn, windowDays));
      assertThat(latest(line)).isEqualTo(expectedLatest(files, withdrawn, windowDays));
    }
  }

  /** Files in any order, decisions in their own, each before, between or after the files. */
  private static void arrive(Line line, List<File> files, List<Decision> decisions, Random random) {
    var left = new ArrayList<>(files);
    Collections.shuffle(left, random);
    var undecided = new ArrayDeque<>(decisions);
    while (!left.isEmpty() || !undecided.isEmpty()) {
      if (undecided.isEmpty() || random.nextInt(left.size() + undecided.size()) < left.size()) {
        File file = left.remove(left.size() - 1);
        line.ingest(file.name(), TimeUnit.DAYS.toMillis(file.day()), file.content());
      } else {
        Decision decision = undecided.remove();
        line.withdraw(articleId(decision.page()), decision.undone());
      }
    }
  }

  private static String articleId(String page) {
    return Identity.articleId(Extractor.standard().address(url(page)).orElseThrow());
  }

  private static String url(String page) {
    return "https://news.example/" + page;
  }

  private static Set<String> withdrawn(List<Decision> decisions) {
    var withdrawn = new HashSet<String>();
    for (Decision decision : decisions) {
      var unused =
          decision.undone() ? withdrawn.remove(decision.page()) : withdrawn.add(decision.page());
    }
    return withdrawn;
  }

  private static Map<String, String> verdicts(Line line) {
    var verdicts = new TreeMap<String, String>();
    for (Outcome outcome : line.outcomes()) {
      String path = outcome.getDocument().getPath();
      String other = outcome.getOther() == null ? "-" : line.other(path);
      String revision = outcome.getRevision() == null ? "-" : outcome.getRevision().toString();
      String copy = outcome.getCopy() == null ? "-" : outcome.getCopy().name();
      String withdrawn = outcome.getWithdrawn() ? " withdrawn" : "";
      verdicts.put(path, outcome.getKind() + " " + revision + " " + other + " " + copy + withdrawn);
    }
    return verdicts;
  }

  private static Map<String, String> latest(Line line) {
    return line.articles().stream()
        .collect(
            toMap(
                Article::getUrl,
                a -> a.getRevision() + " " + a.getDocument().getPath() + " " + a.getTitle()));
  }

  private static Map<String, String> expectedVerdicts(
      List<File> files, Set<String> withdrawn, int windowDays) {
    Map<String, String> verdicts = expectedVerdicts(files, windowDays);
    for (File file : files) {
      if (withdrawn.contains(file.page())) {
        verdicts.merge(file.name(), " withdrawn", String::concat);
      }
    }
    return verdicts;
  }

  private static Map<String, String> expectedVerdicts(List<File> files, int windowDays) {
    var verdicts = new TreeMap<String, String>();
    var pages = new HashMap<String, List<File>>();
    List<File> sorted = sorted(files);
    for (File file : sorted) {
      File owner = owner(file, sorted, windowDays);
      List<File> revisions = pages.computeIfAbsent(file.page(), page -> new ArrayList<>());
      if (!owner.page().equals(file.page())) {
        verdicts.put(file.name(), "DUPLICATE - " + owner.name() + " " + Text.copy(file, owner));
        continue;
      }
      int known = 0;
      while (known < revisions.size() && !shows(revisions.get(known), file)) {
        known++;
      }
      verdicts.put(file.name(), verdict(file, revisions, known));
      if (known == revisions.size()) {
        revisions.add(file);
      }
    }
    return verdicts;
  }

  /** The file whose copy this one is, or with which its page got the text: looks back from it. */
  private static File owner(File file, List<File> sorted, int windowDays) {
    var owners = new ArrayList<File>();
    for (File one : sorted.subList(0, sorted.indexOf(file) + 1)) {
      boolean sameText = one.text().equals(file.text());
      boolean owned = owners.stream().anyMatch(owner -> owner.page().equals(one.page()));
      if (sameText && !owned && (owners.isEmpty() || isOver(last(owners), one, windowDays))) {
        owners.add(one);
      }
    }
    return owners.stream()
        .filter(owner -> owner.page().equals(file.page()))
        .findFirst()
        .orElse(last(owners));
  }

  private static boolean isOver(File owner, File later, int windowDays) {
    return windowDays != NO_WINDOW && later.day() - owner.day() > windowDays;
  }

  private static File last(List<File> files) {
    return files.get(files.size() - 1);
  }

  private static String verdict(File file, List<File> revisions, int known) {
    if (known < revisions.size()) {
      File first = revisions.get(known);
      return "UNCHANGED " + (known + 1) + " " + first.name() + " " + Text.copy(file, first);
    }
    return known == 0
        ? "NEW 1 - -"
        : "REVISED " + (known + 1) + " " + revisions.get(known - 1).name() + " -";
  }

  private static boolean shows(File one, File other) {
    return one.text().equals(other.text()) && one.title().equals(other.title());
  }

  private static Map<String, String> expectedLatest(
      List<File> files, Set<String> withdrawn, int windowDays) {
    var latest = new LinkedHashMap<String, String>();
    Map<String, String> verdicts = expectedVerdicts(files, windowDays);
    for (File file : sorted(files)) {
      String verdict = verdicts.get(file.name());
      boolean revises = verdict.startsWith("NEW") || verdict.startsWith("REVISED");
      if (revises && !withdrawn.contains(file.page())) {
        String revision = verdict.replaceAll("[A-Z]+ (\\d+) .*", "$1");
        latest.put(url(file.page()), revision + " " + file.name() + " " + file.title());
      }
    }
    return latest;
  }

  private static List<File> sorted(List<File> files) {
    return files.stream()
        .sorted(Comparator.comparingLong(File::day).thenComparing(File::name))
        .toList();
  }

  @Provide
  Arbitrary<List<Decision>> decisions() {
    return Combinators.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of(true, false))
        .as(Decision::new)
        .list()
        .ofMaxSize(5);
  }

  /** Few pages, texts, titles and times, so that they meet often, and many times are equal. */
  @Provide
  Arbitrary<List<File>> files() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.longs().between(1, 6),
            Arbitraries.of("a", "b", "c", "d"),
            Arbitraries.of(Text.class),
            Arbitraries.of(true, false),
            Arbitraries.of("One", "Two"))
        .as((number, day, page, text, mirror, title) ->
            new File("f" + number, day, page, text, mirror, title))
        .list()
        .uniqueElements(File::name)
        .ofMinSize(1)
        .ofMaxSize(30);
  }
}
