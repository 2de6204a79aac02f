package io.copyflow.extract;

import io.copyflow.extract.charset.CharsetOrigin;
import io.copyflow.extract.charset.Decoder;
import io.copyflow.extract.charset.Decoding;
import io.copyflow.extract.text.Language;
import io.copyflow.identity.Hashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Measures what extraction costs beside a bare parse of the same files, in CPU time of one thread.
 * Its arguments are a number of rounds and folders, whose files may be gzipped. The steps take
 * turns, so that a busy machine is busy for all of them; the first half of the rounds only warms
 * up. There are two bare parses: of the file's bytes, whose encoding the parser finds and decodes,
 * which is the task that extraction has, and of its text, decoded before. Files that are no article
 * are left out: refusing one early would flatter the mean.
 */
final class ExtractionBenchmark {

  private static final Extractor EXTRACTOR = Extractor.standard();

  /** Nobody reads it; results that are used nowhere would be optimised away. */
  private static volatile long sink;

  private ExtractionBenchmark() {}

  /** A file, decoded, and the text that is found in it. */
  private record Sample(byte[] bytes, String content, String text) {

    static Sample of(byte[] bytes, ArticleDraft draft) {
      return new Sample(bytes, new String(bytes, Charset.forName(draft.charset())), draft.text());
    }
  }

  /** What is timed; each takes all files in turn. The result only has to depend on the work. */
  private enum Step {
    PARSE_BYTES(file -> parse(file.bytes()).hasParent()),
    PARSE_TEXT(file -> Jsoup.parse(file.content()).hasParent()),
    EXTRACT(file -> EXTRACTOR.extract(file.bytes(), Hints.NONE) instanceof Extraction.Extracted),
    DECODE(file -> Decoder.decode(file.bytes(), null, CharsetOrigin.HINT) instanceof Decoding.Text),
    LANGUAGE(file -> "en".equals(Language.of(file.text()))),
    HASH(file -> Hashes.ofText(file.text(), null, null).folded().value().endsWith("0"));

    private final Predicate<Sample> work;

    Step(Predicate<Sample> work) {
      this.work = work;
    }

    private static Document parse(byte[] bytes) {
      try {
        return Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Mean of all files, in microseconds. */
    private double time(List<Sample> files) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      files.forEach(file -> sink += work.test(file) ? 1 : 0);
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      return (end - start) / 1e3 / files.size();
    }
  }

  /** What each step took, round by round. */
  private record Times(Map<Step, double[]> micros) {

    static Times of(List<Sample> files, int rounds) {
      var micros = new EnumMap<Step, double[]>(Step.class);
      for (int round = 0; round < rounds; round++) {
        for (Step step : Step.values()) {
          micros.computeIfAbsent(step, key -> new double[rounds])[round] = step.time(files);
        }
      }
      return new Times(micros);
    }

    void print() {
      micros.forEach((step, times) -> line(step.name(), times));
      // The first is to be held against a parse of bytes, the second against one of text.
      line("EXTRACT - LANGUAGE", less(Step.LANGUAGE));
      line("EXTRACT - LANGUAGE - DECODE", less(Step.LANGUAGE, Step.DECODE));
    }

    /** Extraction without some of its steps. */
    private double[] less(Step... steps) {
      double[] rest = micros.get(Step.EXTRACT).clone();
      for (int round = 0; round < rest.length; round++) {
        for (Step step : steps) {
          rest[round] -= micros.get(step)[round];
        }
      }
      return rest;
    }

    private void line(String name, double[] times) {
      double[] warm = warm(times);
      System.out.printf(
          "%-28s %8.1f µs (%.1f to %.1f), %5.2f × PARSE_BYTES, %5.2f × PARSE_TEXT%n",
          name,
          median(warm),
          warm[0],
          warm[warm.length - 1],
          median(warm) / median(warm(micros.get(Step.PARSE_BYTES))),
          median(warm) / median(warm(micros.get(Step.PARSE_TEXT))));
    }

    private static double[] warm(double[] times) {
      double[] warm = Arrays.copyOfRange(times, times.length / 2, times.length);
      Arrays.sort(warm);
      return warm;
    }

    private static double median(double[] sorted) {
      return sorted[sorted.length / 2];
    }
  }

  public static void main(String[] arguments) throws IOException {
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      List<Sample> files = read(Path.of(folder));
      long bytes = files.stream().mapToLong(file -> file.bytes().length).sum();
      System.out.printf("%s: %d files of %d bytes%n", folder, files.size(), bytes / files.size());
      Times.of(files, Integer.parseInt(arguments[0])).print();
    }
  }

  private static List<Sample> read(Path folder) throws IOException {
    var files = new ArrayList<Sample>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = bytes(path);
        if (EXTRACTOR.extract(bytes, Hints.NONE) instanceof Extraction.Extracted article) {
          files.add(Sample.of(bytes, article.draft()));
        }
      }
    }
    return files;
  }

  /** A file's bytes, unpacked when it is gzipped. */
  static byte[] bytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) {
      return bytes;
    }
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return plain.readAllBytes();
    }
  }
}
