package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** What stands in the way, in plain words. */
@CommandLine.Command(
    name = "doctor",
    header = "Check this machine, the data directory and the cluster.",
    description =
        "Changes nothing and starts nothing. Ends with 1 when a check fails, with 4 when the named"
            + " cluster does not answer.",
    footer = {"", "Example:", "  copyflow doctor -o json --bootstrap-server localhost:9092"})
final class DoctorCommand implements Command {

  @Mixin
  private final SettingsOptions settings =
      new SettingsOptions(
          SettingKeys.BOOTSTRAP_SERVER,
          SettingKeys.DATA_DIR,
          SettingKeys.PORT,
          SettingKeys.TOPIC_PREFIX,
          SettingKeys.PARTITIONS,
          SettingKeys.REGISTRY_URL);

  @Mixin private final OutputOptions output = new OutputOptions();

  private final Terminal terminal;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    var findings = findings(settings.load(terminal));
    var table = new Table("CHECK", "STATE", "DETAIL");
    findings.forEach(finding -> table.row(finding.check(), finding.state(), finding.detail()));
    output.print(
        terminal.out(), table.lines(), findings.stream().map(DoctorCommand::json).toList());
    return findings.stream().mapToInt(Finding::exitCode).max().orElse(ExitCode.OK);
  }

  private List<Finding> findings(Settings loaded) {
    Path data = loaded.dataDirectory(terminal.environment()).toAbsolutePath().normalize();
    var findings =
        new ArrayList<>(
            List.of(
                MachineChecks.jdk(),
                MachineChecks.memory(),
                MachineChecks.fileNames(),
                MachineChecks.port(loaded.port())));
    if (loaded.bootstrapServer().isEmpty()) {
      findings.add(MachineChecks.dataDirectory(data));
      findings.add(MachineChecks.space(data));
    }
    loaded
        .bootstrapServer()
        .or(() -> MachineChecks.runningBroker(data))
        .ifPresentOrElse(
            address -> findings.addAll(ClusterChecks.of(loaded, address)),
            () -> findings.add(Finding.ok("cluster", "none named, none running here")));
    findings.addAll(ClusterChecks.registry(loaded));
    return findings;
  }

  private static ObjectNode json(Finding finding) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("check", finding.check())
        .put("state", finding.state().toString())
        .put("detail", finding.detail());
  }
}
