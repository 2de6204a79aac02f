package io.copyflow.cli;

import io.copyflow.action.Actions;
import io.copyflow.http.Token;
import io.copyflow.logging.Printable;
import io.copyflow.replay.Site;
import io.copyflow.settings.SettingFlag;
import io.copyflow.settings.SettingKeys;
import io.copyflow.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What may be done from the console, and the token that it takes. */
final class ConsoleActions {

  private static final String TOKEN = "console.token";

  /** What says which cluster, and by which rules. */
  private static final List<String> FLAGS =
      List.of(SettingKeys.TOPIC_PREFIX, "application.id", SettingKeys.PROFILES);

  private ConsoleActions() {}

  static Actions of(Site site, Settings loaded, Cluster cluster, Terminal terminal) {
    List<String> flags = flags(loaded, cluster);
    var http = loaded.monitor().http();
    if (!http.isOn()) {
      return Actions.off(site, flags, "Nobody is served.");
    }
    Path usual = loaded.dataDirectory(terminal.environment()).resolve(TOKEN);
    Path file = http.tokenFile().isBlank() ? usual : Path.of(http.tokenFile());
    try {
      Token token = Token.in(terminal.directory().resolve(file).toAbsolutePath().normalize());
      terminal
          .err()
          .printf("copyflow: actions on the console take the token in %s%n", token.file());
      return Actions.at(site, flags, token);
    } catch (IOException e) {
      String why = Printable.line("no token for the console's actions: " + e.getMessage());
      terminal.err().printf("copyflow: %s; the console only shows%n", why);
      return Actions.off(site, flags, "This console only shows: there is " + why + ".");
    }
  }

  /** By which a command on a terminal finds the same cluster. */
  private static List<String> flags(Settings loaded, Cluster cluster) {
    var flags = new ArrayList<String>();
    if (cluster instanceof Cluster.Embedded embedded) {
      add(flags, SettingKeys.DATA_DIR, embedded.data().root().toAbsolutePath().toString());
    } else {
      add(flags, SettingKeys.BOOTSTRAP_SERVER, cluster.bootstrapServer());
    }
    FLAGS.forEach(key -> loaded.changed(key).ifPresent(value -> add(flags, key, value)));
    return flags;
  }

  private static void add(List<String> flags, String key, String value) {
    flags.add(SettingFlag.of(key));
    flags.add(value);
  }
}
