package io.copyflow.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.copyflow.bench.Bench;
import io.copyflow.bench.BenchException;
import io.copyflow.bench.BenchPlan;
import io.copyflow.bench.BenchResult;
import io.copyflow.bench.Comparison;
import io.copyflow.bench.Job;
import io.copyflow.settings.SettingKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How fast this machine is, and this version. */
@CommandLine.Command(
    name = "bench",
    header = "Measure speed and memory against floors of the same run.",
    description =
        "Starts a broker and workers of its own, with a corpus of its own, and takes turns: a bare"
            + " producer and consumer, bare topologies, and ours. Takes two minutes on a quiet"
            + " machine of two cores, with --full ten. Ratios and allocation can be compared between"
            + " runs; times tell how busy the machine was. docs/performance.md says what the figures"
            + " mean.",
    footer = {
      "",
      "Examples:",
      "  copyflow bench",
      "  copyflow bench --data ~/articles -o json > before.json",
      "  copyflow bench --data ~/articles --against before.json"
    })
final class BenchCommand implements Command {

  private static final int HUNDRED = 100;

  @Mixin
  private final SettingsOptions settings =
      new SettingsOptions(SettingKeys.PARTITIONS, "process.threads", "commit.interval.ms");

  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--full", description = "Larger corpus, more rounds: about ten minutes.")
  private boolean full;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of article files to measure with (default: a generated corpus).")
  private @Nullable Path data;

  @Option(
      names = "--files",
      paramLabel = "N",
      description = "Files of the generated corpus (default: 2000, with --full 10000).")
  private @Nullable Integer files;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "Counted rounds, from 4 (default: 4, with --full as many as fit, 10 at most).")
  private @Nullable Integer rounds;

  @Option(
      names = "--jobs",
      paramLabel = "JOB",
      split = ",",
      converter = JobName.class,
      description = "Measure only these, as the figures name them (default: all).")
  private List<Job> jobs = List.of(Job.values());

  @Option(
      names = "--rounds-only",
      description = "Leave out latency and whole commands: what counts for --against.")
  private boolean roundsOnly;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      description =
          "Hold the result against an earlier one, as -o json printed it; ends with 1 when a ratio"
              + " or an allocation is worse by more than the margin and by more than chance.")
  private @Nullable Path against;

  @Option(
      names = "--margin",
      paramLabel = "PERCENT",
      defaultValue = "10",
      description = "Changes up to this are none (default: 10).")
  private int margin;

  private final Terminal terminal;
  private final StopSignal stop;

  BenchCommand(Terminal terminal, StopSignal stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    BenchResult before = against == null ? null : read(terminal.directory().resolve(against));
    BenchPlan plan = plan();
    stop.onRequest(Thread.currentThread()::interrupt);
    try {
      var bench = new Bench(plan, Copyflow.version(), terminal::say);
      return before == null ? print(bench.run()) : compare(before, bench.run());
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    } catch (BenchException e) {
      throw new CommandFailedException(ExitCode.FAILED, Failure.said(e));
    }
  }

  private BenchPlan plan() throws Exception {
    var loaded = settings.load(terminal);
    Path folder = data == null ? null : terminal.directory().resolve(data);
    if (folder != null && !Files.isDirectory(folder)) {
      throw new CommandFailedException(ExitCode.USAGE, "no such folder: " + folder);
    }
    var plan = full ? BenchPlan.full(folder, loaded) : BenchPlan.quick(folder, loaded);
    plan = files == null ? plan : plan.withFiles(files);
    plan = rounds == null ? plan : plan.withRounds(rounds);
    plan = plan.withJobs(jobs);
    boolean whole = jobs.contains(Job.PIPELINE) && !roundsOnly;
    return whole ? plan : plan.roundsOnly();
  }

  private BenchResult read(Path file) throws CommandFailedException {
    try {
      return BenchResult.parse(new ObjectMapper().readTree(file.toFile()));
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailedException(
          ExitCode.USAGE,
          "cannot read " + file + " as a result of bench -o json: " + Failure.said(e));
    }
  }

  private int print(BenchResult result) {
    output.print(terminal.out(), BenchText.of(result), result.json());
    return ExitCode.OK;
  }

  private int compare(BenchResult before, BenchResult now) throws CommandFailedException {
    Comparison comparison;
    try {
      comparison = Comparison.of(before, now, (double) margin / HUNDRED);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(ExitCode.USAGE, Failure.said(e));
    }
    output.print(terminal.out(), BenchText.of(comparison), BenchText.json(now, comparison));
    return comparison.isRegression() ? ExitCode.FAILED : ExitCode.OK;
  }

  /** Names of jobs as figures spell them. */
  static final class JobName implements CommandLine.ITypeConverter<Job> {
    @Override
    public Job convert(String name) {
      for (Job job : Job.values()) {
        if (job.word().equalsIgnoreCase(name)) {
          return job;
        }
      }
      throw new CommandLine.TypeConversionException(
          "expected one of " + Stream.of(Job.values()).map(Job::word).toList() + ", not " + name);
    }
  }
}
