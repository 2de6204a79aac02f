package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.copyflow.avro.Outcome;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.settings.SettingKeys;
import io.copyflow.topology.Preview;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A subcommand that tells what files would become, without a cluster. */
abstract class FileCommand implements Command {

  @Mixin private final SettingsOptions settings = new SettingsOptions(SettingKeys.PROFILES);

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final FileOptions files = new FileOptions();

  @Option(names = "--strict", description = "End with 3 when a file was rejected.")
  private boolean strict;

  private final Terminal terminal;

  FileCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** What was found in a file, for people. */
  abstract List<String> lines(Path file, SpecificRecord found);

  /** The same for programs: {@code found} is an Article, or an Outcome that says why it is none. */
  abstract JsonNode json(Path file, SpecificRecord found);

  @Override
  public final SettingsOptions settings() {
    return settings;
  }

  @Override
  public final Integer call() throws Exception {
    var preview = new Preview(Rules.extractor(settings.load(terminal), terminal));
    boolean rejects = false;
    try (var items = output.items(terminal.out())) {
      for (Path file : files.files()) {
        SpecificRecord found = preview.of(files.read(file, terminal));
        items.print(() -> lines(file, found), () -> json(file, found));
        rejects |= found instanceof Outcome outcome && outcome.getKind() == OutcomeKind.REJECTED;
      }
    }
    return rejects && strict ? ExitCode.REJECTS : ExitCode.OK;
  }
}
