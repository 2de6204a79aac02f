package io.copyflow.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One metric over many files. All shares lie between 0 and 1.
 *
 * @param metric what was measured
 * @param files how many files have a label for it
 * @param right share of the files where nothing is missing and nothing too much
 * @param precision share of what was found that is right; for {@link Metric.Kind#MEANS} the mean of
 *     the files' precisions, otherwise over all items together
 * @param recall share of what was expected that was found; likewise
 * @param f1 for {@link Metric.Kind#MEANS} the mean of the files' F1, otherwise over all items
 * @param f1OfMeans harmonic mean of {@code precision} and {@code recall}
 * @param accuracy share of all decisions, on wanted and unwanted items, that are right
 * @param unwanted share of the items that must not be there and are
 */
public record Figure(
    Metric metric,
    int files,
    double right,
    double precision,
    double recall,
    double f1,
    double f1OfMeans,
    double accuracy,
    double unwanted) {

  /** The figures of these files, in the order of {@link Metric}, without those of no file. */
  public static List<Figure> of(List<FileScore> files) {
    List<Mark> marks = files.stream().flatMap(file -> file.marks().stream()).toList();
    return Arrays.stream(Metric.values())
        .map(metric -> tallies(metric, marks))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The one number that says how good it is: {@code right} for a share, otherwise {@code f1}. */
  public double value() {
    return metric.kind() == Metric.Kind.SHARE ? right : f1;
  }

  private static Optional<Figure> tallies(Metric metric, List<Mark> marks) {
    List<Tally> tallies =
        marks.stream().filter(mark -> mark.metric() == metric).map(Mark::tally).toList();
    return tallies.isEmpty() ? Optional.empty() : Optional.of(of(metric, tallies));
  }

  static Figure of(Metric metric, List<Tally> tallies) {
    Tally sum = tallies.stream().reduce(Tally.NOTHING, Tally::plus);
    List<Tally> parts = metric.kind() == Metric.Kind.MEANS ? tallies : List.of(sum);
    double precision = mean(parts, Tally::precision);
    double recall = mean(parts, Tally::recall);
    return new Figure(
        metric,
        tallies.size(),
        mean(tallies, tally -> tally.exact() ? 1 : 0),
        precision,
        recall,
        mean(parts, Tally::f1),
        precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall),
        sum.accuracy(),
        sum.unwanted());
  }

  private static double mean(List<Tally> tallies, ToDoubleFunction<Tally> figure) {
    return tallies.stream().mapToDouble(figure).average().orElse(0);
  }

  /** Mean score of the files whose labels say anything; 1 when there are none. */
  static double mean(Stream<FileScore> files) {
    return files
        .filter(file -> !file.marks().isEmpty())
        .mapToDouble(FileScore::score)
        .average()
        .orElse(1);
  }
}
