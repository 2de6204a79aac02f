package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.ledger.Ledger;
import io.copyflow.ledger.Violation;
import io.copyflow.ledger.manifest.Difference;
import io.copyflow.logging.Printable;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Raw records against outcomes. */
@CommandLine.Command(
    name = "ledger",
    header = "Hold raw records against outcomes; --verify proves the invariants.",
    description =
        "Counts every raw record and its outcome, in all and by source. With --verify it reads"
            + " articles and dead letters too and names every file that breaks an invariant. Ends"
            + " with 1 when the ledger does not balance or an invariant is broken. Verify a"
            + " pipeline at rest: on a moving one, what is under way looks broken.",
    footer = {
      "",
      "Examples:",
      "  copyflow ledger -o json",
      "  copyflow ledger --verify --bootstrap-server localhost:9092",
      "  copyflow ledger --manifest archive/.manifest.jsonl"
    })
final class LedgerCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--verify", description = "Prove the invariants, record by record.")
  private boolean verify;

  @Mixin private final ManifestOptions manifest = new ManifestOptions();

  LedgerCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws Exception {
    var wire = Wire.of(loaded.registry());
    var ledger = new Ledger(loaded.topics(), wire, cluster.client(loaded));
    return print(ledger, manifest.differences(terminal, loaded, cluster));
  }

  private int print(Ledger ledger, List<Difference> differences) {
    var balance = ledger.balance();
    ObjectNode json = LedgerSummary.json(balance);
    List<Violation> violations = verify ? ledger.verify() : List.of();
    if (verify) {
      json.put("verified", violations.isEmpty());
      var broken = json.putArray("violations");
      violations.forEach(violation -> broken.add(json(violation)));
    }
    manifest.tell(differences, terminal, json);
    output.print(terminal.out(), LedgerSummary.lines(balance), json);
    violations.forEach(v -> terminal.err().println(Printable.line("copyflow: " + line(v))));
    if (verify && violations.isEmpty()) {
      terminal.err().println("copyflow: every invariant holds");
    }
    return balance.balanced() && violations.isEmpty() && differences.isEmpty()
        ? ExitCode.OK
        : ExitCode.FAILED;
  }

  private static String line(Violation violation) {
    return violation.invariant()
        + ": "
        + violation.document()
        + " ("
        + violation.raw()
        + ") "
        + violation.what();
  }

  private static ObjectNode json(Violation violation) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("invariant", violation.invariant().name())
        .put("document", violation.document())
        .put("raw", violation.raw())
        .put("what", violation.what());
  }
}
