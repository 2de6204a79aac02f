package io.copyflow.cli;

import io.copyflow.eval.DataFolder;
import io.copyflow.eval.Evaluation;
import io.copyflow.eval.Report;
import io.copyflow.eval.UnknownDataException;
import io.copyflow.extract.Extractor;
import io.copyflow.settings.SettingKeys;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Extraction held against labelled files, without a cluster. */
@CommandLine.Command(
    name = "eval",
    header = "Score extraction and identity on labelled files; needs no cluster.",
    description =
        "Reads a folder with GOLD.jsonl and files/, with NAME.jsonl for each dataset and pages/,"
            + " or with pairs of files: DUP_PAIRS.csv and files/, pairs.NAME.tsv and"
            + " docs.NAME.jsonl.gz."
            + " Prints the figures of each dataset, the weakest publishers, and the worst files with"
            + " what is missing (-) and what is too much (+). A file that is missing or another than"
            + " the labelled one is skipped and counted. docs/extraction.md says what the figures"
            + " mean.",
    footer = {
      "",
      "Examples:",
      "  copyflow eval --data labelled/pages",
      "  copyflow eval --data labelled/pages --dataset fundus --worst 5",
      "  copyflow eval --data labelled/archive -o json | jq '.datasets[].metrics.text.f1'"
    })
final class EvalCommand implements Command {

  private static final int MOST_SKIPPED_NAMED = 10;

  @Mixin private final SettingsOptions settings = new SettingsOptions(SettingKeys.PROFILES);

  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "Folder of labelled files.")
  private Path data = Path.of("");

  @Option(names = "--dataset", paramLabel = "NAME", description = "Score this dataset only.")
  private @Nullable String dataset;

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many of the worst files to show (default: 20).")
  private int worst;

  @Option(
      names = "--publishers",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many of the weakest publishers to show as text (default: 20).")
  private int publishers;

  private final Terminal terminal;
  private final StopSignal stop;

  EvalCommand(Terminal terminal, StopSignal stop) {
    this.terminal = terminal;
    this.stop = stop;
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    if (worst < 0 || publishers < 0) {
      throw new CommandFailedException(ExitCode.USAGE, "--worst and --publishers take 0 or more");
    }
    stop.onRequest(Thread.currentThread()::interrupt);
    try {
      print(report());
      return ExitCode.OK;
    } catch (InterruptedException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  private Report report() throws Exception {
    Extractor extractor = Rules.extractor(settings.load(terminal), terminal);
    try {
      var folder = DataFolder.open(terminal.directory().resolve(data), dataset);
      int threads = Runtime.getRuntime().availableProcessors();
      return new Evaluation(extractor, threads).run(folder);
    } catch (UnknownDataException e) {
      throw new CommandFailedException(ExitCode.USAGE, Failure.said(e));
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.FAILED, "cannot read the labels in " + data + " as UTF-8: " + e.getMessage());
    }
  }

  private void print(Report report) throws CommandFailedException {
    report.skipped().stream()
        .limit(MOST_SKIPPED_NAMED)
        .forEach(row -> terminal.say("skipped " + row.dataset() + " " + row.reason()));
    int unnamed = report.skipped().size() - MOST_SKIPPED_NAMED;
    if (unnamed > 0) {
      terminal.say("skipped " + unnamed + " more; -o json names them all");
    }
    if (report.isEmpty()) {
      throw new CommandFailedException(
          ExitCode.FAILED, "no file of " + data + " could be scored; fetch the data again");
    }
    output.print(
        terminal.out(), EvalText.of(report, publishers, worst), EvalJson.of(report, worst));
  }
}
