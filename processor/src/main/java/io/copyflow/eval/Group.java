package io.copyflow.eval;

import java.util.List;

/**
 * The files of one publisher in one dataset.
 *
 * @param dataset the dataset
 * @param publisher as the labels name it
 * @param files at least one
 */
public record Group(String dataset, String publisher, List<FileScore> files) {

  /** A group that nobody changes afterwards. */
  public Group {
    files = List.copyOf(files);
  }

  /** Mean of the files' scores, from 0 to 1. */
  public double score() {
    return Figure.mean(files.stream());
  }
}
