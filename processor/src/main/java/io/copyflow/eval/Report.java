package io.copyflow.eval;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingDouble;

import java.util.List;

/**
 * How a data folder did. The same data and extractor give the same report.
 *
 * @param datasets sorted as in the folder
 */
public record Report(List<DatasetScore> datasets) {

  /** A report that nobody changes afterwards. */
  public Report {
    datasets = List.copyOf(datasets);
  }

  /** True when not one file could be scored. */
  public boolean isEmpty() {
    return datasets.stream().allMatch(dataset -> dataset.files().isEmpty());
  }

  /** The files with the lowest scores, worst first; perfect ones are not among them. */
  public List<FileScore> worst(int most) {
    return datasets.stream()
        .flatMap(dataset -> dataset.files().stream())
        .filter(file -> !file.faults().isEmpty())
        .sorted(
            comparingDouble(FileScore::score)
                .thenComparing(FileScore::dataset)
                .thenComparing(FileScore::id))
        .limit(most)
        .toList();
  }

  /** All publishers of all datasets, the one with the lowest score first. */
  public List<Group> publishersByScore() {
    return datasets.stream()
        .flatMap(dataset -> dataset.publishers().stream())
        .sorted(
            comparingDouble(Group::score)
                .thenComparing(comparing(Group::dataset))
                .thenComparing(Group::publisher))
        .toList();
  }

  /** The rows that could not be scored. */
  public List<Skipped> skipped() {
    return datasets.stream().flatMap(dataset -> dataset.skipped().stream()).toList();
  }
}
