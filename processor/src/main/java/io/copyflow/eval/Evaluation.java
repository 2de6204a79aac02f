package io.copyflow.eval;

import io.copyflow.extract.Extractor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Scores an extractor on labelled files. Holds the labels of a few dozen files and the bytes of one
 * file per thread at a time; what it keeps of each file is its marks.
 */
public final class Evaluation {

  /** Labels that wait per thread: enough that none idles, few enough to hold. */
  private static final int AHEAD = 32;

  private final Extractor extractor;
  private final int threads;

  /**
   * An evaluation.
   *
   * @param extractor the rules that are scored
   * @param threads how many files are worked on at once, at least 1; the report does not depend on
   *     it
   */
  public Evaluation(Extractor extractor, int threads) {
    this.extractor = extractor;
    this.threads = threads;
  }

  /**
   * Scores every file of a folder.
   *
   * @throws IOException when labels cannot be read
   * @throws InterruptedException when the thread is interrupted; no work goes on
   */
  public Report run(DataFolder folder) throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      var scores = new ArrayList<DatasetScore>();
      for (Dataset dataset : folder.datasets()) {
        scores.add(DatasetScore.of(dataset.name(), verdicts(dataset, workers)));
      }
      return new Report(scores);
    } finally {
      workers.shutdownNow();
    }
  }

  private List<Verdict> verdicts(Dataset dataset, ExecutorService workers)
      throws IOException, InterruptedException {
    var verdicts = new ArrayList<Verdict>();
    try (var labels = dataset.rows()) {
      for (var tasks = tasks(labels); !tasks.isEmpty(); tasks = tasks(labels)) {
        for (Future<Verdict> done : workers.invokeAll(tasks)) {
          verdicts.add(result(done));
        }
      }
    }
    return verdicts;
  }

  private List<Callable<Verdict>> tasks(Dataset.Rows labels) throws IOException {
    var tasks = new ArrayList<Callable<Verdict>>();
    while (tasks.size() < AHEAD * threads) {
      Row row = labels.next();
      if (row == null) {
        break;
      }
      tasks.add(() -> row.score(extractor));
    }
    return tasks;
  }

  private static Verdict result(Future<Verdict> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("scoring broke: a defect of ours", e.getCause());
    }
  }
}
