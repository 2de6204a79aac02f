package io.copyflow.bench;

import io.copyflow.generate.Archive;
import io.copyflow.generate.ArchiveSpec;
import io.copyflow.generate.Order;
import io.copyflow.generate.page.Disguise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * One run of the benchmark: floors and ours in turns, round by round, on one broker, so that what
 * disturbs a round disturbs all of it. Runs for minutes; used by one thread, which may be
 * interrupted.
 */
public final class Bench {

  private static final int ENOUGH_ROUNDS = 4;
  private static final int MIN_WARM_UPS = 2;

  /** Share of a worker's CPU time that compilers and collector take once it is warm. */
  private static final double WARM = 0.2;

  private final BenchPlan plan;
  private final String version;
  private final Consumer<String> talk;

  /**
   * A benchmark that has not begun.
   *
   * @param version of Copyflow, for the result
   * @param talk told what goes on, in lines
   */
  public Bench(BenchPlan plan, String version, Consumer<String> talk) {
    this.plan = plan;
    this.version = version;
    this.talk = talk;
  }

  /**
   * Measures. Everything that it writes lies in a temporary folder that is gone afterwards, unless
   * it fails: then the logs stay.
   *
   * @throws IOException when the corpus cannot be read, or a folder not written
   * @throws BenchException when a part fails
   * @throws InterruptedException when the thread is interrupted
   */
  public BenchResult run() throws IOException, InterruptedException {
    double load = Machine.load();
    Path root = Files.createTempDirectory("copyflow-bench");
    var folders = new BenchFolders(root, plan.data() == null ? root.resolve("files") : plan.data());
    if (plan.data() == null) {
      generate(folders.files());
    }
    BenchResult result;
    try (var stand = TestStand.start(plan, folders)) {
      result = measure(stand, load);
    }
    BenchFolders.delete(root);
    return result;
  }

  private void generate(Path folder) throws IOException {
    talk.accept("writing " + plan.files() + " articles");
    var unused =
        new Archive(
                new ArchiveSpec(
                    plan.files(),
                    0,
                    0,
                    0,
                    1,
                    Order.BY_NAME,
                    EnumSet.allOf(Disguise.class),
                    BenchPlan.PARAGRAPHS))
            .write(folder);
  }

  private BenchResult measure(TestStand stand, double load)
      throws IOException, InterruptedException {
    var figures = new Figures(stand.articles());
    rounds(stand, figures);
    var all = new ArrayList<>(figures.all());
    if (plan.jobs().contains(Job.PIPELINE)) {
      all.addAll(stand.stages());
    }
    if (!plan.latency().isZero()) {
      talk.accept("latency at half of the maximum rate");
      all.addAll(stand.latency(figures.rate(Job.PIPELINE) / 2, plan.latency()));
    }
    if (plan.whole()) {
      talk.accept("whole commands");
      all.addAll(stand.commands());
    }
    return new BenchResult(
        version,
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        Machine.now(load),
        new BenchResult.Corpus(
            plan.data() == null ? "generated" : String.valueOf(plan.data().getFileName()),
            stand.articles(),
            stand.bytes()),
        all);
  }

  private void rounds(TestStand stand, Figures figures) throws IOException, InterruptedException {
    warmUp(stand);
    long end = System.nanoTime() + plan.budget().toNanos();
    for (int i = 0; i < plan.rounds() && (i < ENOUGH_ROUNDS || System.nanoTime() < end); i++) {
      talk.accept("round " + (i + 1) + " of " + plan.rounds());
      for (Job job : turned(i)) {
        figures.add(job, stand.round(job));
      }
    }
  }

  /**
   * Rounds that are not counted, until the compilers have little left to do: what a process that
   * runs for months spends in its first minute says nothing of what an article costs.
   */
  private void warmUp(TestStand stand) throws IOException {
    long end = System.nanoTime() + plan.budget().toNanos() / 2;
    boolean warm = false;
    for (int i = 0; i < plan.warmUps() && !(warm && i >= MIN_WARM_UPS); i++) {
      if (i >= MIN_WARM_UPS && System.nanoTime() > end) {
        return;
      }
      talk.accept("warming up, round " + (i + 1) + " of at most " + plan.warmUps());
      warm = true;
      for (Job job : plan.jobs()) {
        warm &= stand.round(job).worker().jvmShare() < WARM;
      }
    }
  }

  /** Each round begins with another job, so that none always comes after the same one. */
  private List<Job> turned(int round) {
    var jobs = new ArrayList<>(plan.jobs());
    Collections.rotate(jobs, -round);
    return jobs;
  }
}
