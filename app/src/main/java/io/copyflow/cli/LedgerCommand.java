package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.ledger.Balance;
import io.copyflow.ledger.Ledger;
import io.copyflow.ledger.Verified;
import io.copyflow.ledger.manifest.Difference;
import io.copyflow.settings.Settings;
import io.copyflow.wire.Wire;
import java.util.List;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Raw records against outcomes. */
@CommandLine.Command(
    name = "ledger",
    header = "Hold raw records against outcomes; --verify proves the invariants.",
    description = {
      "Counts every raw record and its outcome, in all, by source and by day of ingestion (UTC)."
          + " With --verify it reads articles and dead letters too and names every file that breaks"
          + " an invariant. Ends with 1 when the ledger does not balance or an invariant is broken.",
      "",
      "It shows what was committed when it began. While the pipeline runs, --verify reads twice and"
          + " names only what both readings found. Raw records that the processor has yet to reach"
          + " are pending: no violation, but the ledger does not balance until they are judged."
          + " While records are between two of its steps, who owns which content is not judged.",
      "",
      "Text and -o json show the first violations (--show), -o jsonl all: one a line, the counts in"
          + " the last line."
    },
    footer = {
      "",
      "Examples:",
      "  copyflow ledger -o json",
      "  copyflow ledger --verify --bootstrap-server localhost:9092",
      "  copyflow ledger --verify -o jsonl | jq -r 'select(.invariant) | .document'",
      "  copyflow ledger --manifest archive/.manifest.jsonl"
    })
final class LedgerCommand extends ClusterCommand {

  @Mixin private final OutputOptions output = new OutputOptions();

  @Option(names = "--verify", description = "Prove the invariants, record by record.")
  private boolean verify;

  @Mixin private final ManifestOptions manifest = new ManifestOptions();

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "20",
      description = "With --verify: how many violations to show (default: 20).")
  private long shown;

  private final StopSignal stop;

  LedgerCommand(Terminal terminal, StopSignal stop) {
    super(
        terminal, "application.id", "dedup.window.days", "ledger.memory.bytes", "ledger.temp.dir");
    this.stop = stop;
  }

  @Override
  int run(Settings loaded, Cluster cluster) throws Exception {
    var wire = Wire.of(loaded.registry());
    var ledger = new Ledger(loaded.topics(), wire, cluster.client(loaded), loaded.ledger());
    stop.onRequest(ledger::stop);
    try {
      return report(loaded, ledger, manifest.differences(terminal, loaded, cluster));
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED;
    }
  }

  private int report(Settings loaded, Ledger ledger, List<Difference> differences) {
    var violations = new ViolationReport(terminal, output.isLines(), shown);
    Verified verified = verify ? ledger.verify(loaded.applicationId(), violations) : null;
    Balance balance = verified == null ? ledger.balance() : verified.balance();
    ObjectNode json = LedgerSummary.json(balance);
    if (verified != null) {
      violations.finish(verified, json);
    }
    manifest.tell(differences, terminal, json);
    output.print(terminal.out(), LedgerSummary.lines(balance), json);
    boolean sound = verified == null || verified.holds();
    return balance.balanced() && sound && differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }
}
