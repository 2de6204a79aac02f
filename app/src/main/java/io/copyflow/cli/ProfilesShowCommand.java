package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.extract.publisher.PublisherProfile;
import io.copyflow.extract.publisher.Publishers;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A publisher's file. */
@CommandLine.Command(
    name = "show",
    header = "Print a publisher's file, to read or to change.",
    description = "Ends with 1 when the domain has none.",
    footer = {"", "Example:", "  copyflow profiles show dw.com > mine/dw.com.yaml"})
final class ProfilesShowCommand implements Command {

  private static final String GENERAL = "general";

  @Mixin private final SettingsOptions settings = new SettingsOptions(SettingKeys.PROFILES);

  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(
      paramLabel = "DOMAIN",
      description = "Registrable domain; " + GENERAL + " for the rules for everybody.")
  private String domain = "";

  private final Terminal terminal;

  ProfilesShowCommand(Terminal terminal) {
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
    PublisherProfile profile = publishers.of(domain);
    if (profile.id().equals(GENERAL) && !domain.equals(GENERAL)) {
      throw new CommandFailedException(
          ExitCode.FAILED, domain + " has no publisher file; copyflow profiles list names all");
    }
    @Nullable String own = files.get(profile.id());
    String yaml = own == null ? String.valueOf(Publishers.yaml(profile.id())) : own;
    print(profile, ProfilesListCommand.from(profile, files), yaml);
    return ExitCode.OK;
  }

  private void print(PublisherProfile profile, String from, String yaml) {
    List<String> lines = yaml.lines().toList();
    var node =
        JsonNodeFactory.instance
            .objectNode()
            .put("domain", domain)
            .put("file", profile.id() + Publishers.ENDING)
            .put("from", from)
            .put("yaml", yaml);
    output.print(terminal.out(), lines, node);
  }
}
