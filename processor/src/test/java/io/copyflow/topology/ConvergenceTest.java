package io.copyflow.topology;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.avro.Article;
import io.copyflow.avro.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever the order of arrival, the compacted views are those that an oracle computes from the set
 * of files. The oracle shares no code with the topology: it sorts all files and looks back.
 */
class ConvergenceTest {

  /** A file: which page it is of, which text and headline it shows, and when it was ingested. */
  record File(String name, long time, String page, String text, String title) {

    byte[] content() {
      return Line.file(title, "https://news.example/" + page, text.repeat(30));
    }
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void views_doNotDependOnArrival(@ForAll("files") List<File> files, @ForAll long seed)
      throws Exception {
    var arrival = new ArrayList<>(files);
    Collections.shuffle(arrival, new Random(seed));
    try (var line = new Line(Files.createTempDirectory(Path.of("target"), "convergence"))) {
      arrival.forEach(file -> line.ingest(file.name(), file.time(), file.content()));

      assertThat(verdicts(line)).isEqualTo(expectedVerdicts(files));
      assertThat(latest(line)).isEqualTo(expectedLatest(files));
    }
  }

  private static Map<String, String> verdicts(Line line) {
    var verdicts = new TreeMap<String, String>();
    for (Outcome outcome : line.outcomes()) {
      String path = outcome.getDocument().getPath();
      String other = outcome.getOther() == null ? "-" : line.other(path);
      String revision = outcome.getRevision() == null ? "-" : outcome.getRevision().toString();
      verdicts.put(path, outcome.getKind() + " " + revision + " " + other);
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

  private static Map<String, String> expectedVerdicts(List<File> files) {
    var verdicts = new TreeMap<String, String>();
    var pages = new HashMap<String, List<File>>();
    List<File> sorted = sorted(files);
    for (File file : sorted) {
      File owner = sorted.stream().filter(f -> f.text().equals(file.text())).findFirst().get();
      List<File> revisions = pages.computeIfAbsent(file.page(), page -> new ArrayList<>());
      if (!owner.page().equals(file.page())) {
        verdicts.put(file.name(), "DUPLICATE - " + owner.name());
        continue;
      }
      int known = 0;
      while (known < revisions.size() && !shows(revisions.get(known), file)) {
        known++;
      }
      verdicts.put(file.name(), verdict(revisions, known));
      if (known == revisions.size()) {
        revisions.add(file);
      }
    }
    return verdicts;
  }

  private static String verdict(List<File> revisions, int known) {
    if (known < revisions.size()) {
      return "UNCHANGED " + (known + 1) + " " + revisions.get(known).name();
    }
    return known == 0
        ? "NEW 1 -"
        : "REVISED " + (known + 1) + " " + revisions.get(known - 1).name();
  }

  private static boolean shows(File one, File other) {
    return one.text().equals(other.text()) && one.title().equals(other.title());
  }

  private static Map<String, String> expectedLatest(List<File> files) {
    var latest = new LinkedHashMap<String, String>();
    Map<String, String> verdicts = expectedVerdicts(files);
    for (File file : sorted(files)) {
      String verdict = verdicts.get(file.name());
      if (verdict.startsWith("NEW") || verdict.startsWith("REVISED")) {
        String revision = verdict.replaceAll("[A-Z]+ (\\d+) .*", "$1");
        latest.put(
            "https://news.example/" + file.page(),
            revision + " " + file.name() + " " + file.title());
      }
    }
    return latest;
  }

  private static List<File> sorted(List<File> files) {
    return files.stream()
        .sorted(Comparator.comparingLong(File::time).thenComparing(File::name))
        .toList();
  }

  /** Few pages, texts, titles and times, so that they meet often. */
  @Provide
  Arbitrary<List<File>> files() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 10_000),
            Arbitraries.longs().between(1, 12),
            Arbitraries.of("a", "b", "c", "d"),
            Arbitraries.of("ferry ", "budget ", "harvest ", "concert "),
            Arbitraries.of("One", "Two"))
        .as((number, time, page, text, title) -> new File("f" + number, time, page, text, title))
        .list()
        .uniqueElements(File::name)
        .ofMinSize(1)
        .ofMaxSize(30);
  }
}
