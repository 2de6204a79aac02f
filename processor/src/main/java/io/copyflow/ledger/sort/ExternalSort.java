package io.copyflow.ledger.sort;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts byte records, compared unsigned, in a fixed amount of memory: what does not fit goes to a
 * temporary file as sorted runs, which are merged when they are read. Records that are equal all
 * stay. Filled first, then read once. Used by one thread.
 *
 * @see <a href="https://en.wikipedia.org/wiki/External_sorting#External_merge_sort">External merge
 *     sort (Knuth, The Art of Computer Programming, volume 3, section 5.4)</a>
 */
public final class ExternalSort implements AutoCloseable {

  /** What a record takes beside its bytes: array header, padding, references, sorting itself. */
  private static final int OVERHEAD_BYTES = 32;

  /** Runs that are merged at a time; more take a further pass over the disk. */
  private static final int FAN_IN = 256;

  private static final int LEAST_BUFFER_BYTES = 512;

  private final long memoryBytes;
  private final TempSpace space;
  private List<byte[]> held = new ArrayList<>();
  private long heldBytes;
  private List<Run> runs = new ArrayList<>();
  private @Nullable SpillFile file;

  /**
   * An empty sort.
   *
   * @param memoryBytes how much it may hold in memory, the largest record aside
   * @param space where the rest goes
   */
  public ExternalSort(long memoryBytes, TempSpace space) {
    this.memoryBytes = memoryBytes;
    this.space = space;
  }

  /** Adds a record, which nobody may change afterwards. */
  public void add(byte[] record) {
    held.add(record);
    heldBytes += record.length + OVERHEAD_BYTES;
    if (heldBytes >= memoryBytes) {
      spill();
    }
  }

  /** All records in order. */
  public Iterator<byte[]> sorted() {
    if (runs.isEmpty()) {
      held.sort(Arrays::compareUnsigned);
      return held.iterator();
    }
    spill();
    held = List.of();
    while (runs.size() > FAN_IN) {
      mergePass();
    }
    return merge(runs);
  }

  private void spill() {
    held.sort(Arrays::compareUnsigned);
    if (file == null) {
      file = new SpillFile(space);
    }
    runs.add(file.write(held.iterator(), heldBytes));
    held.clear();
    heldBytes = 0;
  }

  /** From one file of runs to another of fewer and longer ones. */
  private void mergePass() {
    var target = new SpillFile(space);
    try {
      var longer = new ArrayList<Run>();
      for (int from = 0; from < runs.size(); from += FAN_IN) {
        var some = runs.subList(from, Math.min(runs.size(), from + FAN_IN));
        longer.add(target.write(merge(some), some.stream().mapToLong(Run::bytes).sum()));
      }
      runs = longer;
    } finally {
      close();
      file = target;
    }
  }

  private Iterator<byte[]> merge(List<Run> some) {
    int buffer = (int) Math.max(LEAST_BUFFER_BYTES, memoryBytes / some.size());
    return new Merge(some.stream().map(run -> run.records(buffer)).toList());
  }

  /** Gives memory and disk back. */
  @Override
  public void close() {
    held = List.of();
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
