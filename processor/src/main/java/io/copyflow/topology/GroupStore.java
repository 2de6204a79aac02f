package io.copyflow.topology;

import io.copyflow.identity.RawRef;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A state store as groups of entries, one for each raw record. A group's head lies under the
 * group's own key, the others beside it, under the group's key and their raw record. Most groups
 * are a head alone: they cost one look-up, which a Bloom filter answers for a new group. One more
 * entry is one small write however many there are, so that boilerplate shared by thousands of pages
 * stays cheap. Used by one stream thread.
 *
 * <p>Keys of groups: none begins another.
 */
final class GroupStore<E extends GroupStore.Entry> {

  /** What a group has for one raw record. */
  interface Entry {

    /** The raw record. */
    RawRef raw();
  }

  /** Entries as bytes. */
  interface Form<E> {

    /** Writes an entry, from its first byte to its last. */
    void write(E entry, ByteBuffer to);

    /** Reads an entry that ends where the bytes do. */
    E read(ByteBuffer from);
  }

  /** First byte of a value: whether there are entries beside the head. */
  private static final byte ALONE = 0;

  private static final byte WITH_OTHERS = 1;
  private static final int MAX_ENTRY_BYTES = 8 << 10;
  private static final BytesSerializer PREFIX = new BytesSerializer();

  private final KeyValueStore<Bytes, byte[]> store;
  private final Form<E> form;
  private final ByteBuffer buffer = ByteBuffer.allocate(MAX_ENTRY_BYTES);

  GroupStore(KeyValueStore<Bytes, byte[]> store, Form<E> form) {
    this.store = store;
    this.form = form;
  }

  /** The group under a key, as it is now. */
  Group group(byte[] key) {
    return new Group(key, store.get(Bytes.wrap(key)));
  }

  /**
   * The group that has an entry of a raw record, among those whose keys begin alike.
   *
   * @param beginning of the group's key
   * @param keyBytes length of the keys of groups, all of which have one
   */
  @Nullable Group holding(RawRef raw, byte[] beginning, int keyBytes) {
    try (var found = store.prefixScan(Bytes.wrap(beginning), PREFIX)) {
      while (found.hasNext()) {
        KeyValue<Bytes, byte[]> next = found.next();
        if (entry(next.value).raw().equals(raw)) {
          return group(Arrays.copyOf(next.key.get(), keyBytes));
        }
      }
    }
    return null;
  }

  /** A group, in the course of one message. */
  final class Group {

    private final byte[] key;
    private @Nullable E head;
    private boolean alone;

    private Group(byte[] key, byte @Nullable [] value) {
      this.key = key;
      this.head = value == null ? null : entry(value);
      this.alone = value == null || value[0] == ALONE;
    }

    /** The entry that was put first, or the one that took its place; null in an empty group. */
    @Nullable E head() {
      return head;
    }

    /** All entries, in no order; the caller's own list. */
    List<E> all() {
      var all = new ArrayList<E>();
      if (head == null || alone) {
        Optional.ofNullable(head).ifPresent(all::add);
        return all;
      }
      try (var values = store.prefixScan(Bytes.wrap(key), PREFIX)) {
        values.forEachRemaining(value -> all.add(entry(value.value)));
      }
      return all;
    }

    /** The entry of a raw record; null where there is none. */
    @Nullable E find(RawRef raw) {
      if (head == null || head.raw().equals(raw)) {
        return head;
      }
      byte[] value = alone ? null : store.get(beside(raw));
      return value == null ? null : entry(value);
    }

    /**
     * Takes the entry of a raw record out, if there is one.
     *
     * @param order by which the first of the others becomes the head, where that goes
     */
    void remove(RawRef raw, Comparator<RawRef> order) {
      if (head == null) {
        return;
      }
      if (!head.raw().equals(raw)) {
        store.delete(beside(raw));
        return;
      }
      var others = all();
      others.removeIf(other -> other.raw().equals(raw));
      head = null;
      if (others.isEmpty()) {
        alone = true;
        store.delete(Bytes.wrap(key));
      } else {
        E next = Collections.min(others, Comparator.comparing(Entry::raw, order));
        store.delete(beside(next.raw()));
        writeHead(next);
      }
    }

    /** Adds an entry, or replaces that of the same raw record. */
    void put(E entry) {
      if (head == null || head.raw().equals(entry.raw())) {
        writeHead(entry);
      } else {
        writeBeside(entry);
      }
    }

    /** Adds an entry as the head; what was the head stands beside it. */
    void lead(E entry) {
      E former = head;
      writeHead(entry);
      if (former != null) {
        writeBeside(former);
      }
    }

    private void writeHead(E entry) {
      head = entry;
      store.put(Bytes.wrap(key), bytes(alone ? ALONE : WITH_OTHERS, entry));
    }

    private void writeBeside(E entry) {
      store.put(beside(entry.raw()), bytes(ALONE, entry));
      if (alone && head != null) {
        alone = false;
        writeHead(head);
      }
    }

    private Bytes beside(RawRef raw) {
      buffer.clear().put(key);
      RawRefs.write(raw, buffer);
      return Bytes.wrap(written());
    }
  }

  private byte[] bytes(byte first, E entry) {
    buffer.clear().put(first);
    form.write(entry, buffer);
    return written();
  }

  private byte[] written() {
    var bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  private E entry(byte[] value) {
    return form.read(ByteBuffer.wrap(value, 1, value.length - 1));
  }
}
