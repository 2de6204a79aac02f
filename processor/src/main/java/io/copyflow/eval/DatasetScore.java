package io.copyflow.eval;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.TreeMap;

/**
 * How one dataset did.
 *
 * @param dataset its name
 * @param files the scored files, in the order of the labels
 * @param skipped the rows that could not be scored, in the order of the labels
 */
public record DatasetScore(String dataset, List<FileScore> files, List<Skipped> skipped) {

  /** A score that nobody changes afterwards. */
  public DatasetScore {
    files = List.copyOf(files);
    skipped = List.copyOf(skipped);
  }

  static DatasetScore of(String dataset, List<Verdict> verdicts) {
    return new DatasetScore(
        dataset,
        verdicts.stream().filter(FileScore.class::isInstance).map(FileScore.class::cast).toList(),
        verdicts.stream().filter(Skipped.class::isInstance).map(Skipped.class::cast).toList());
  }

  /** Mean of the files' scores, from 0 to 1. It compares runs on one dataset, not datasets. */
  public double score() {
    return Figure.mean(files.stream());
  }

  /** The files of each publisher, sorted by name. */
  public List<Group> publishers() {
    return files.stream()
        .collect(groupingBy(FileScore::publisher, TreeMap::new, toList()))
        .entrySet()
        .stream()
        .map(entry -> new Group(dataset, entry.getKey(), entry.getValue()))
        .toList();
  }
}
