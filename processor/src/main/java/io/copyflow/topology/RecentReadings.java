package io.copyflow.topology;

import io.copyflow.identity.RawRef;
import io.copyflow.topology.Reading.Identified;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The articles that this process read last. Most corrections speak of a record that passed a moment
 * ago on another partition; what is found here need not be read from the raw topic again. A reading
 * is a function of its raw record, so nothing in here can be out of date. Thread-safe.
 */
final class RecentReadings {

  /** What a reading takes beside its article: hashes, names, the map's own entry. */
  private static final int OVERHEAD_BYTES = 600;

  private final long capacity;
  private final Map<RawRef, Identified> readings = new LinkedHashMap<>();
  private long bytes;

  /**
   * An empty memory.
   *
   * @param capacity bytes that it may take; the oldest reading is forgotten for a new one
   */
  RecentReadings(long capacity) {
    this.capacity = capacity;
  }

  synchronized void add(Identified reading) {
    if (readings.putIfAbsent(reading.facts().raw().ref(), reading) == null) {
      bytes += bytes(reading);
      var oldest = readings.values().iterator();
      while (bytes > capacity) {
        bytes -= bytes(oldest.next());
        oldest.remove();
      }
    }
  }

  synchronized @Nullable Identified find(RawRef raw) {
    return readings.get(raw);
  }

  private static long bytes(Identified reading) {
    return reading.article().length + OVERHEAD_BYTES;
  }
}
