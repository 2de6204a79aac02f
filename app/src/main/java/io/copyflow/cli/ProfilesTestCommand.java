package io.copyflow.cli;

import io.copyflow.profiles.Trial;
import io.copyflow.profiles.TrialReport;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a publisher file changes in a folder of articles. */
@CommandLine.Command(
    name = "test",
    header = "Show what a publisher file changes in a folder of articles.",
    description =
        "Reads every file of FOLDER by the rules as they are, and with FILE added to them. Prints"
            + " how many articles change in each field, and the articles that change most, with"
            + " what is lost (-) and gained (+). Ends with 1 when FILE applies to no article of"
            + " FOLDER.",
    footer = {
      "",
      "Examples:",
      "  copyflow profiles test mine/dw.com.yaml my-articles",
      "  copyflow profiles test mine/dw.com.yaml my-articles --worst 50 -o json | jq .fields"
    })
final class ProfilesTestCommand implements Command {

  @Mixin private final SettingsOptions settings = new SettingsOptions(SettingKeys.PROFILES);

  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "Publisher file, DOMAIN.yaml.")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "FOLDER", description = "Folder of article files.")
  private Path folder = Path.of("");

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "5",
      description = "How many of the articles that change most to show (default: 5).")
  private int worst;

  private final Terminal terminal;

  ProfilesTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    if (worst < 0) {
      throw new CommandFailedException(ExitCode.USAGE, "--worst takes 0 or more");
    }
    Settings loaded = settings.load(terminal);
    var trial = new Trial(terminal.directory().resolve(file), Rules.files(loaded, terminal));
    TrialReport report = trial.run(terminal.directory().resolve(folder));
    if (report.applied() == 0) {
      throw new CommandFailedException(
          ExitCode.FAILED,
          "%s applies to none of the %,d files in %s; it is for articles of %s, or check its name"
              .formatted(file, report.files(), folder, report.domain()));
    }
    output.print(terminal.out(), TrialText.of(report, worst), TrialJson.of(report, worst));
    return ExitCode.OK;
  }
}
