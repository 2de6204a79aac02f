package io.copyflow.eval;

import java.util.List;

/**
 * How one file did.
 *
 * @param dataset its dataset
 * @param publisher its publisher, as the labels name it
 * @param id the row's name
 * @param file path inside the data folder
 * @param marks one for each thing that the labels say, in the order of {@link Metric}
 */
public record FileScore(String dataset, String publisher, String id, String file, List<Mark> marks)
    implements Verdict {

  /** A score that nobody changes afterwards. */
  public FileScore {
    marks = List.copyOf(marks);
  }

  /** Mean of the marks' scores, from 0 to 1; 1 when the labels say nothing. */
  public double score() {
    return marks.stream().mapToDouble(Mark::score).average().orElse(1);
  }

  /** The marks that are not perfect. */
  public List<Mark> faults() {
    return marks.stream().filter(mark -> !mark.tally().exact()).toList();
  }
}
