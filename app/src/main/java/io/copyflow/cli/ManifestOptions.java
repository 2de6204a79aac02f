package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.ledger.manifest.Difference;
import io.copyflow.ledger.manifest.Manifest;
import io.copyflow.ledger.manifest.ManifestCheck;
import io.copyflow.ledger.manifest.ManifestException;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether and how to hold a ledger against a manifest. */
final class ManifestOptions {

  private static final int MOST_NAMED = 20;

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description =
          "Hold the outcomes against what a manifest expects, file by file, and end with 1 when one"
              + " differs; see generate and docs/generate.md.")
  private @Nullable Path file;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description =
          "The source that the manifest speaks of (default: the name of the folder it lies in).")
  private @Nullable String source;

  /** What differs from the manifest; nothing when none is given. */
  List<Difference> differences(Terminal terminal, Settings settings, Cluster cluster)
      throws CommandFailedException {
    if (file == null) {
      return List.of();
    }
    var wire = Wire.of(settings.registry());
    return ManifestCheck.differences(
        manifest(terminal, file), settings.topics(), wire, cluster.client(settings));
  }

  /** Says on standard error what differs, and adds it to the JSON. */
  void tell(List<Difference> differences, Terminal terminal, ObjectNode json) {
    if (file == null) {
      return;
    }
    var all = json.putArray("differences");
    differences.forEach(one -> all.addObject().put("path", one.path()).put("what", one.what()));
    differences.stream()
        .limit(MOST_NAMED)
        .forEach(one -> terminal.say(one.path() + ": " + one.what()));
    if (differences.size() > MOST_NAMED) {
      terminal.say(differences.size() + " files differ; -o json names them all");
    } else if (differences.isEmpty()) {
      terminal.say("every file became what the manifest expects");
    }
  }

  private Manifest manifest(Terminal terminal, Path given) throws CommandFailedException {
    try {
      return Manifest.read(terminal.directory().resolve(given), source);
    } catch (ManifestException e) {
      throw new CommandFailedException(ExitCode.USAGE, Failure.said(e));
    } catch (IOException e) {
      throw new CommandFailedException(
          ExitCode.FAILED, "cannot read the manifest " + given + ": " + Failure.said(e));
    }
  }
}
