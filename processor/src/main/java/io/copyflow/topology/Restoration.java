package io.copyflow.topology;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How far the state of this instance is restored from its changelogs. Thread-safe. */
final class Restoration implements StateRestoreListener {

  private record Part(long restored, long total) {}

  private final Map<TopicPartition, Part> under = new ConcurrentHashMap<>();

  RestoreProgress progress() {
    long restored = 0;
    long total = 0;
    int stores = 0;
    for (Part part : under.values()) {
      restored += part.restored();
      total += part.total();
      stores++;
    }
    return new RestoreProgress(stores, restored, total);
  }

  @Override
  public void onRestoreStart(TopicPartition changelog, String store, long from, long to) {
    under.put(changelog, new Part(0, Math.max(0, to - from)));
  }

  @Override
  public void onBatchRestored(TopicPartition changelog, String store, long end, long restored) {
    under.computeIfPresent(
        changelog, (key, part) -> new Part(part.restored() + restored, part.total()));
  }

  @Override
  public void onRestoreEnd(TopicPartition changelog, String store, long total) {
    under.remove(changelog);
  }

  @Override
  public void onRestoreSuspended(TopicPartition changelog, String store, long total) {
    under.remove(changelog);
  }
}
