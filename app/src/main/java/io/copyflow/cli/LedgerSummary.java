package io.copyflow.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.avro.OutcomeKind;
import io.copyflow.ledger.Balance;
import io.copyflow.ledger.Balance.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A balance, for people and for programs. */
final class LedgerSummary {

  private LedgerSummary() {}

  static List<String> lines(Balance balance) {
    var head =
        Stream.of(
                Stream.of("SOURCE", "RAW"),
                Balance.KINDS.stream().map(OutcomeKind::name),
                Stream.of("PENDING"))
            .flatMap(names -> names)
            .toArray(String[]::new);
    var table = new Table(head);
    if (balance.bySource().size() > 1) {
      balance.bySource().forEach((source, account) -> table.row(row(source, account)));
    }
    String all =
        balance.bySource().size() == 1 ? balance.bySource().keySet().iterator().next() : "all";
    table.row(row(all, balance.total()));
    var lines = new ArrayList<>(table.lines());
    lines.add(verdict(balance));
    return lines;
  }

  private static String verdict(Balance balance) {
    if (balance.balanced()) {
      return "The ledger balances: every raw record has exactly one outcome.";
    }
    return String.format(
        Locale.ROOT,
        "The ledger does not balance: %,d raw records without an outcome, %,d outcomes without a raw record.",
        balance.total().pending(),
        balance.unexplained());
  }

  private static Object[] row(String name, Account account) {
    return Stream.concat(
            Stream.concat(
                Stream.of(name, number(account.raw())),
                account.outcomes().values().stream().map(LedgerSummary::number)),
            Stream.of(number(account.pending())))
        .toArray();
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  static ObjectNode json(Balance balance) {
    ObjectNode node = account(balance.total());
    node.put("balanced", balance.balanced());
    node.put("unexplained", balance.unexplained());
    var sources = node.putObject("bySource");
    balance.bySource().forEach((source, account) -> sources.set(source, account(account)));
    return node;
  }

  private static ObjectNode account(Account account) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("raw", account.raw());
    var outcomes = node.putObject("outcomes");
    account.outcomes().forEach((kind, count) -> outcomes.put(kind.name(), count));
    return node.put("pending", account.pending());
  }
}
