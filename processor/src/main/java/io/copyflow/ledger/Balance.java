package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.UNKNOWN;

import io.copyflow.avro.OutcomeKind;
import io.copyflow.topics.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Raw records held against outcomes: {@code raw = new + revised + unchanged + duplicate + empty +
 * rejected + pending}, in all, for every source and for every day of ingestion. Takes memory for
 * each source and each day, not for each record.
 */
public final class Balance {

  /** The kinds that a raw record can end as, in the order of reports. */
  public static final Set<OutcomeKind> KINDS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(UNKNOWN)));

  private final Account total = new Account();
  private final Map<String, Account> bySource = new TreeMap<>();
  private final SortedMap<LocalDate, Account> byDay = new TreeMap<>();
  private long unexplained;

  Balance() {}

  /** The counts of one source, of one day, or of all. */
  public static final class Account {

    private final Map<OutcomeKind, Long> outcomes = new EnumMap<>(OutcomeKind.class);
    private long pending;

    private Account() {
      KINDS.forEach(kind -> outcomes.put(kind, 0L));
    }

    /** The counts of several accounts together. */
    public static Account sum(Iterable<Account> accounts) {
      var sum = new Account();
      for (Account account : accounts) {
        sum.pending += account.pending;
        account.outcomes.forEach((kind, count) -> sum.outcomes.merge(kind, count, Long::sum));
      }
      return sum;
    }

    /** Raw records. */
    public long raw() {
      return pending + outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Outcomes by kind; every kind of {@link #KINDS} has an entry. */
    public Map<OutcomeKind, Long> outcomes() {
      return Collections.unmodifiableMap(outcomes);
    }

    /** Raw records that have no outcome yet. */
    public long pending() {
      return pending;
    }
  }

  void judged(long timestamp, String document, OutcomeKind kind) {
    accounts(timestamp, document).forEach(account -> account.outcomes.merge(kind, 1L, Long::sum));
  }

  void pending(long timestamp, String document) {
    accounts(timestamp, document).forEach(account -> account.pending++);
  }

  void withoutRaw() {
    unexplained++;
  }

  private List<Account> accounts(long timestamp, String document) {
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(timestamp), ZoneOffset.UTC);
    return List.of(
        total,
        bySource.computeIfAbsent(Keys.document(document).getSource(), name -> new Account()),
        byDay.computeIfAbsent(day, date -> new Account()));
  }

  /** All sources together. */
  public Account total() {
    return total;
  }

  /** The counts of each source, by its name. */
  public Map<String, Account> bySource() {
    return Collections.unmodifiableMap(bySource);
  }

  /** The counts of each day of ingestion in UTC, oldest first. */
  public SortedMap<LocalDate, Account> byDay() {
    return Collections.unmodifiableSortedMap(byDay);
  }

  /** Outcomes that belong to no raw record. */
  public long unexplained() {
    return unexplained;
  }

  /** Whether every raw record has its outcome, and every outcome its raw record. */
  public boolean balanced() {
    return total.pending == 0 && unexplained == 0;
  }
}
