package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.ledger.Verified;
import io.copyflow.ledger.Violation;
import io.copyflow.wire.Json;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows violations as they come, however many: the first ones to people, all to programs. */
final class ViolationReport implements Consumer<Violation> {

  private static final long MB = 1 << 20;

  private final Terminal terminal;
  private final boolean lines;
  private final long limit;
  private final ObjectNode first = JsonNodeFactory.instance.objectNode();
  private long count;

  /**
   * A report without violations.
   *
   * @param lines whether each goes to standard output as a line of JSON
   * @param limit how many are shown to people, and in one JSON object
   */
  ViolationReport(Terminal terminal, boolean lines, long limit) {
    this.terminal = terminal;
    this.lines = lines;
    this.limit = limit;
    first.putArray("violations");
  }

  @Override
  public void accept(Violation violation) {
    if (lines) {
      terminal.out().println(Json.line(json(violation)));
    }
    if (count++ < limit) {
      terminal.say(line(violation));
      if (!lines) {
        first.withArray("violations").add(json(violation));
      }
    }
  }

  /** Says how it ended, and adds that to the counts. */
  void finish(Verified verified, ObjectNode json) {
    json.put("verified", verified.holds()).put("violationCount", verified.violations());
    json.put("settled", verified.settled());
    if (!lines) {
      json.setAll(first);
    }
    if (count > limit) {
      terminal.say(String.format(Locale.ROOT, "and %,d more; -o jsonl names all", count - limit));
    }
    if (verified.moving()) {
      terminal.say("records came in meanwhile; what this says is true of the moment when it began");
    }
    if (!verified.settled()) {
      terminal.say(
          "records are between two steps: who owns which content is not judged; ask again later");
    }
    terminal.say(
        String.format(
            Locale.ROOT,
            "%s; looked at %,d raw records with %,d MB of temporary files",
            verified.holds() ? "every invariant holds" : "invariants are broken",
            verified.balance().total().raw(),
            (verified.tempBytes() + MB - 1) / MB));
  }

  private static String line(Violation violation) {
    return "%s: %s (%s) %s"
        .formatted(
            violation.invariant(),
            violation.document(),
            violation.raw().isEmpty() ? "no raw record" : violation.raw(),
            violation.what());
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
