package io.copyflow.ledger;

import static io.copyflow.avro.OutcomeKind.UNKNOWN;

import io.copyflow.avro.OutcomeKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Raw records held against outcomes: {@code raw = new + revised + unchanged + duplicate + empty +
 * rejected + pending}, for every source and in all.
 */
public final class Balance {

  /** The kinds that a raw record can end as, in the order of reports. */
  public static final Set<OutcomeKind> KINDS =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(UNKNOWN)));

  private final Account total = new Account();
  private final Map<String, Account> bySource = new TreeMap<>();
  private long unexplained;

  Balance() {}

  /** The counts of one source, or of all. */
  public static final class Account {

    private final Map<OutcomeKind, Long> outcomes = new EnumMap<>(OutcomeKind.class);
    private long pending;

    private Account() {
      KINDS.forEach(kind -> outcomes.put(kind, 0L));
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

  void judged(String source, OutcomeKind kind) {
    total.outcomes.merge(kind, 1L, Long::sum);
    account(source).outcomes.merge(kind, 1L, Long::sum);
  }

  void pending(String source) {
    total.pending++;
    account(source).pending++;
  }

  void unexplained(boolean judged) {
    unexplained += judged ? 1 : 0;
  }

  private Account account(String source) {
    return bySource.computeIfAbsent(source, name -> new Account());
  }

  /** All sources together. */
  public Account total() {
    return total;
  }

  /** The counts of each source, by its name. */
  public Map<String, Account> bySource() {
    return Collections.unmodifiableMap(bySource);
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
