package io.copyflow.extract;

import io.copyflow.extract.charset.CharsetOrigin;
import io.copyflow.extract.charset.Decoder;
import io.copyflow.extract.charset.Decoding;
import io.copyflow.extract.text.Language;
import io.copyflow.identity.Hashes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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

/**
 * Measures what extraction costs beside a bare parse of the same files, in CPU time of one thread.
 * Its arguments are a number of rounds and folders, whose files may be gzipped. The steps take
 * turns, so that a busy machine is busy for all of them; the first half of the rounds only warms
 * up. Files that are no article are left out: refusing one early would flatter the mean.
 */
final class ExtractionBenchmark {

  private static final Extractor EXTRACTOR = Extractor.standard();

  /** Nobody reads it; results that are used nowhere would be optimised away. */
  private static volatile long sink;

  private ExtractionBenchmark() {}

  /** A file and the text that is found in it. */
  private record Sample(byte[] bytes, String text) {}

  /** What is timed; each takes all files in turn. The result only has to depend on the work. */
  private enum Step {
    PARSE(file -> Jsoup.parse(new String(file.bytes(), StandardCharsets.UTF_8)).hasParent()),
    EXTRACT(file -> EXTRACTOR.extract(file.bytes(), Hints.NONE) instanceof Extraction.Extracted),
    DECODE(file -> Decoder.decode(file.bytes(), null, CharsetOrigin.HINT) instanceof Decoding.Text),
    LANGUAGE(file -> "en".equals(Language.of(file.text()))),
    HASH(file -> Hashes.ofText(file.text(), null, null).folded().value().endsWith("0"));

    private final Predicate<Sample> work;

    Step(Predicate<Sample> work) {
      this.work = work;
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
      line("EXTRACT less DECODE, LANGUAGE", rest());
    }

    /** Extraction without the two steps that a bare parse has no part in either. */
    private double[] rest() {
      double[] rest = micros.get(Step.EXTRACT).clone();
      for (int round = 0; round < rest.length; round++) {
        rest[round] -= micros.get(Step.DECODE)[round] + micros.get(Step.LANGUAGE)[round];
      }
      return rest;
    }

    private void line(String name, double[] times) {
      double[] warm = warm(times);
      System.out.printf(
          "%-30s %8.1f µs (%.1f to %.1f), %5.2f × PARSE%n",
          name,
          median(warm),
          warm[0],
          warm[warm.length - 1],
          median(warm) / median(warm(micros.get(Step.PARSE))));
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
          files.add(new Sample(bytes, article.draft().text()));
        }
      }
    }
    return files;
  }

  private static byte[] bytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) {
      return bytes;
    }
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return plain.readAllBytes();
    }
  }
}
