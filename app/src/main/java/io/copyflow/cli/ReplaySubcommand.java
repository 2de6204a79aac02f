package io.copyflow.cli;

import io.copyflow.avro.Generation;
import io.copyflow.profiles.ProfilesException;
import io.copyflow.replay.Generations;
import io.copyflow.replay.Site;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import java.nio.file.Path;
import java.time.Clock;

/** A command about generations. */
abstract class ReplaySubcommand extends ClusterCommand {

  ReplaySubcommand(Terminal terminal) {
    super(
        terminal,
        "application.id",
        "state.dir",
        SettingKeys.PROFILES,
        "ledger.memory.bytes",
        "ledger.temp.dir");
  }

  Site site(Settings loaded, Cluster cluster) throws ProfilesException {
    return site(loaded, cluster, terminal);
  }

  static Site site(Settings loaded, Cluster cluster, Terminal terminal) throws ProfilesException {
    Path state = loaded.dataDirectory(terminal.environment()).resolve("state");
    return new Site(
        loaded.processor(cluster.bootstrapServer(), state),
        loaded.topics(),
        Wire.of(loaded.registry()),
        Rules.extractor(loaded, terminal),
        loaded.ledger(),
        Clock.systemUTC());
  }

  static Generations generations(Settings loaded, Cluster cluster) {
    return new Generations(loaded.topics(), Wire.of(loaded.registry()), cluster.client(loaded));
  }

  static Generation find(Generations generations, String id) throws CommandFailedException {
    return generations
        .find(id)
        .orElseThrow(() ->
            new CommandFailedException(
                ExitCode.USAGE, "no generation is called " + id + "; see copyflow replay list"));
  }
}
