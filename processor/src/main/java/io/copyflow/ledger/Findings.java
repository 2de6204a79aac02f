package io.copyflow.ledger;

import io.copyflow.ledger.Violation.Invariant;
import io.copyflow.ledger.sort.ExternalSort;
import io.copyflow.ledger.sort.FieldReader;
import io.copyflow.ledger.sort.FieldWriter;
import io.copyflow.ledger.sort.TempSpace;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Violations as one reading of the topics found them, however many. Used by one thread. */
final class Findings implements AutoCloseable {

  private static final List<Invariant> INVARIANTS = List.of(Invariant.values());

  private final ExternalSort sort;
  private boolean none = true;

  Findings(long memoryBytes, TempSpace space) {
    sort = new ExternalSort(memoryBytes, space);
  }

  void add(Invariant invariant, Rank rank, String what) {
    add(invariant, rank.document(), rank.raw().toString(), what);
  }

  void add(Invariant invariant, String document, String raw, String what) {
    none = false;
    var out = new FieldWriter().small(INVARIANTS.indexOf(invariant));
    sort.add(out.text(document).text(raw).text(what).toBytes());
  }

  boolean isEmpty() {
    return none;
  }

  /** Shows all, by invariant and file. */
  void forEach(Consumer<Violation> each) {
    sort.sorted().forEachRemaining(bytes -> each.accept(violation(bytes)));
  }

  /** Shows those that another reading found too, by invariant and file. */
  void forEachIn(Findings other, Consumer<Violation> each) {
    Iterator<byte[]> ours = sort.sorted();
    Iterator<byte[]> theirs = other.sort.sorted();
    byte[] their = theirs.hasNext() ? theirs.next() : null;
    while (ours.hasNext() && their != null) {
      byte[] our = ours.next();
      while (their != null && Arrays.compareUnsigned(their, our) < 0) {
        their = theirs.hasNext() ? theirs.next() : null;
      }
      if (Arrays.equals(our, their)) {
        each.accept(violation(our));
      }
    }
  }

  private static Violation violation(byte[] bytes) {
    var in = new FieldReader(bytes);
    return new Violation(INVARIANTS.get(in.small()), in.text(), in.text(), in.text());
  }

  @Override
  public void close() {
    sort.close();
  }
}
