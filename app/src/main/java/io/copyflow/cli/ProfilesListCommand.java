package io.copyflow.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.publisher.Publishers;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Which publishers have a file. */
@CommandLine.Command(
    name = "list",
    header = "List the publishers that have a file.",
    footer = {"", "Example:", "  copyflow profiles list -o jsonl | jq -r .domain"})
final class ProfilesListCommand implements Command {

  @Mixin private final SettingsOptions settings = new SettingsOptions(SettingKeys.PROFILES);

  @Mixin private final OutputOptions output = new OutputOptions();

  private final Terminal terminal;

  ProfilesListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public SettingsOptions settings() {
    return settings;
  }

  @Override
  public Integer call() throws Exception {
    Settings loaded = settings.load(terminal);
    Publishers publishers = Rules.publishers(loaded, terminal);
    Map<String, String> files = Rules.files(loaded, terminal);
    var table = new Table("DOMAIN", "PUBLISHER", "FILE", "FROM");
    for (String domain : publishers.domains()) {
      PublisherProfile profile = publishers.of(domain);
      table.row(domain, name(profile), file(profile), from(profile, files));
    }
    output.print(
        terminal.out(),
        table.lines(),
        publishers.domains().stream().map(d -> json(d, publishers.of(d), files)).toList());
    return ExitCode.OK;
  }

  private static JsonNode json(String domain, PublisherProfile profile, Map<String, String> files) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("domain", domain)
        .put("publisher", profile.name())
        .put("file", file(profile))
        .put("from", from(profile, files));
  }

  private static String name(PublisherProfile profile) {
    return Objects.requireNonNullElse(profile.name(), "");
  }

  private static String file(PublisherProfile profile) {
    return profile.id() + Publishers.ENDING;
  }

  static String from(PublisherProfile profile, Map<String, String> files) {
    return files.containsKey(profile.id()) ? "folder" : "build";
  }
}
