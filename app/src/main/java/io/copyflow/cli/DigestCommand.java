package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.copyflow.ledger.Digest;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** One hash over the compacted views. */
@CommandLine.Command(
    name = "digest",
    header = "Print one hash over what consumers see, to compare two runs.",
    description =
        "Covers the latest article of each id and the latest outcome of each raw record, without"
            + " positions and times of ingestion: two runs over the same files have the same"
            + " digest, whatever happened on the way.",
    footer = {"", "Example:", "  copyflow digest --data-dir /tmp/run-1"})
final class DigestCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  DigestCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Settings loaded, Cluster cluster) {
    var wire = Wire.of(loaded.registry());
    String digest = new Digest(loaded.topics(), wire, cluster.client(loaded)).compute();
    output.print(
        terminal.out(), digest, JsonNodeFactory.instance.objectNode().put("digest", digest));
    return ExitCode.OK;
  }
}
