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

  /** For people; programs are told all. */
  private static final int DAYS = 14;

  private LedgerSummary() {}

  static List<String> lines(Balance balance) {
    var lines = new ArrayList<>(sources(balance));
    if (balance.byDay().size() > 1) {
      lines.addAll(days(balance));
    }
    lines.add(verdict(balance));
    return lines;
  }

  private static List<String> sources(Balance balance) {
    var table = table("SOURCE");
    if (balance.bySource().size() > 1) {
      balance.bySource().forEach((source, account) -> table.row(row(source, account)));
    }
    String all =
        balance.bySource().size() == 1 ? balance.bySource().keySet().iterator().next() : "all";
    table.row(row(all, balance.total()));
    return table.lines();
  }

  /** The latest days of ingestion, and all earlier ones as one. */
  private static List<String> days(Balance balance) {
    var table = table("DAY (UTC)");
    var days = balance.byDay();
    var shown = days.keySet().stream().skip(Math.max(0, days.size() - DAYS)).findFirst();
    var first = shown.orElseThrow();
    if (!days.headMap(first).isEmpty()) {
      table.row(row("earlier", Account.sum(days.headMap(first).values())));
    }
    days.tailMap(first).forEach((day, account) -> table.row(row(day.toString(), account)));
    return table.lines();
  }

  private static Table table(String first) {
    return new Table(
        Stream.of(
                Stream.of(first, "RAW"),
                Balance.KINDS.stream().map(OutcomeKind::name),
                Stream.of("PENDING"))
            .flatMap(names -> names)
            .toArray(String[]::new));
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
    var days = node.putObject("byDay");
    balance.byDay().forEach((day, account) -> days.set(day.toString(), account(account)));
    return node;
  }

  private static ObjectNode account(Account account) {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("raw", account.raw());
    var outcomes = node.putObject("outcomes");
    account.outcomes().forEach((kind, count) -> outcomes.put(kind.name(), count));
    return node.put("pending", account.pending());
  }
}
