package io.copyflow.ledger.sort;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks sorted records group by group, so that a join needs no more memory than one group's state.
 *
 * @param stopped asked again and again; once true, the walk ends with a {@link
 *     CancellationException}
 */
public record Groups(BooleanSupplier stopped) {

  /** Takes the records of one key, in order. */
  public interface Group<E> {

    /** The next record. */
    void add(E entry);

    /** There are no more. */
    void end();
  }

  /**
   * Walks.
   *
   * @param entry reads a record
   * @param key what the records of a group have in common
   * @param open begins a group
   */
  public <E, K> void walk(
      ExternalSort sort,
      Function<byte[], E> entry,
      Function<E, K> key,
      Function<K, Group<E>> open) {
    @Nullable K current = null;
    @Nullable Group<E> group = null;
    for (var sorted = sort.sorted(); sorted.hasNext(); ) {
      E next = entry.apply(sorted.next());
      K its = key.apply(next);
      if (group == null || !its.equals(current)) {
        end(group);
        current = its;
        group = open.apply(its);
      }
      group.add(next);
    }
    end(group);
  }

  private void end(@Nullable Group<?> group) {
    if (stopped.getAsBoolean()) {
      throw new CancellationException("interrupted");
    }
    if (group != null) {
      group.end();
    }
  }
}
