package io.copyflow.extract;

import io.copyflow.extract.charset.Decoder;
import io.copyflow.extract.charset.Decoding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/**
 * Measures what extraction costs beside a bare parse of the same files, in CPU time of one thread.
 * Its arguments are a folder and a number of rounds. The steps take turns, so that a busy machine
 * is busy for all of them; the first half of the rounds only warms up.
 */
final class ExtractionBenchmark {

  private static final Extractor EXTRACTOR = Extractor.standard();

  /** Nobody reads it; results that are used nowhere would be optimised away. */
  private static volatile long sink;

  private ExtractionBenchmark() {}

  /** What is timed; each takes all files in turn. */
  private enum Step {
    PARSE(file -> Jsoup.parse(new String(file, StandardCharsets.UTF_8)).childNodeSize()),
    DECODE_AND_PARSE(file -> Jsoup.parse(decoded(file)).childNodeSize()),
    EXTRACT(file -> EXTRACTOR.extract(file, Hints.NONE) instanceof Extraction.Rejected ? 0 : 1);

    private final ToIntFunction<byte[]> work;
    private final List<Double> micros = new ArrayList<>();

    Step(ToIntFunction<byte[]> work) {
      this.work = work;
    }

    private void time(List<byte[]> files) {
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      files.forEach(file -> sink += work.applyAsInt(file));
      long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      micros.add((end - start) / 1e3 / files.size());
    }

    private List<Double> warm() {
      return micros.subList(micros.size() / 2, micros.size()).stream().sorted().toList();
    }

    private double median() {
      return warm().get(warm().size() / 2);
    }
  }

  public static void main(String[] arguments) throws IOException {
    List<byte[]> files = read(Path.of(arguments[0]));
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      for (Step step : Step.values()) {
        step.time(files);
      }
    }
    for (Step step : Step.values()) {
      System.out.printf(
          "%-16s %7.1f µs an article (%.1f to %.1f), %.2f × a bare parse%n",
          step,
          step.median(),
          Collections.min(step.warm()),
          Collections.max(step.warm()),
          step.median() / Step.PARSE.median());
    }
  }

  private static List<byte[]> read(Path folder) throws IOException {
    var files = new ArrayList<byte[]>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        files.add(Files.readAllBytes(path));
      }
    }
    return files;
  }

  private static String decoded(byte[] file) {
    return Decoder.decode(file, Hints.NONE) instanceof Decoding.Text text ? text.text() : "";
  }
}
