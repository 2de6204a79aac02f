package io.copyflow.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.copyflow.identity.RawKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A state store as groups of entries, each group in the order of raw records: the key is {@code
 * group ‖ NUL ‖ raw}. A group's first entry costs one seek however many others it has, and one more
 * entry is one small write, so that boilerplate shared by thousands of pages stays cheap. Used by
 * one stream thread.
 */
final class OrderedStore<V> {

  /** One entry of a group. */
  record Entry<V>(RawKey raw, V value) {}

  private static final BytesSerializer PREFIX = new BytesSerializer();

  private final KeyValueStore<Bytes, V> store;

  OrderedStore(KeyValueStore<Bytes, V> store) {
    this.store = store;
  }

  void put(String group, RawKey raw, V value) {
    byte[] prefix = prefix(group);
    byte[] order = raw.toBytes();
    var key = ByteBuffer.allocate(prefix.length + order.length).put(prefix).put(order);
    store.put(Bytes.wrap(key.array()), value);
  }

  /** The earliest entry of a group, or null. */
  @Nullable Entry<V> first(String group) {
    byte[] prefix = prefix(group);
    try (var entries = scan(prefix)) {
      return entries.hasNext() ? entry(entries.next(), prefix.length) : null;
    }
  }

  /** All entries of a group, the earliest first. */
  List<Entry<V>> all(String group) {
    byte[] prefix = prefix(group);
    var all = new ArrayList<Entry<V>>();
    try (var entries = scan(prefix)) {
      while (entries.hasNext()) {
        all.add(entry(entries.next(), prefix.length));
      }
    }
    return all;
  }

  private KeyValueIterator<Bytes, V> scan(byte[] prefix) {
    return store.prefixScan(Bytes.wrap(prefix), PREFIX);
  }

  private static <V> Entry<V> entry(KeyValue<Bytes, V> stored, int prefixLength) {
    return new Entry<>(RawKey.fromBytes(stored.key.get(), prefixLength), stored.value);
  }

  /** Groups hold no NUL, so none begins another. */
  private static byte[] prefix(String group) {
    return (group + "\0").getBytes(UTF_8);
  }
}
