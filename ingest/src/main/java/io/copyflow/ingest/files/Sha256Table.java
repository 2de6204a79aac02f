package io.copyflow.ingest.files;

import org.jspecify.annotations.Nullable;

/**
 * A hash for each of many keys, which are hashes themselves. Holds the first 128 bits of both in
 * one array, 43 to 86 bytes a key whatever it stands for; two of a billion keys meet in these with
 * a probability of 10<sup>-21</sup>. Open addressing with linear probing. Not thread-safe.
 */
public final class Sha256Table {

  /** Two words of the key, two of the value. */
  private static final int WORDS = 4;

  private static final int FEWEST = 1 << 10;

  /** Three quarters full, a look-up takes two or three probes; grown, the table is half of that. */
  private static final double FULLEST = 0.75;

  private long[] slots = new long[FEWEST * WORDS];
  private int used;

  /** Whether a key's last value is this one. */
  public boolean has(Sha256 key, Sha256 value) {
    int at = slot(slots, key.a(), key.b());
    return isKey(slots, at, key.a(), key.b())
        && slots[at + 2] == value.a()
        && slots[at + 3] == value.b();
  }

  /** Sets a key's value; null forgets it. A key that was once there keeps its place. */
  public void put(Sha256 key, @Nullable Sha256 value) {
    int at = slot(slots, key.a(), key.b());
    if (!isKey(slots, at, key.a(), key.b())) {
      if (value == null) {
        return;
      }
      slots[at] = key.a();
      slots[at + 1] = key.b();
      used++;
    }
    slots[at + 2] = value == null ? 0 : value.a();
    slots[at + 3] = value == null ? 0 : value.b();
    if (used > FULLEST * slots.length / WORDS) {
      grow();
    }
  }

  /** How many keys were ever put. */
  public int size() {
    return used;
  }

  private void grow() {
    // The array may hold 2^31 words: half a billion slots.
    var larger = new long[Math.multiplyExact(slots.length, 2)];
    for (int i = 0; i < slots.length; i += WORDS) {
      if (isUsed(slots, i)) {
        System.arraycopy(slots, i, larger, slot(larger, slots[i], slots[i + 1]), WORDS);
      }
    }
    slots = larger;
  }

  /** Where the key is, or the free slot where it belongs. */
  private static int slot(long[] slots, long a, long b) {
    int mask = slots.length / WORDS - 1;
    int at = (int) a & mask;
    while (isUsed(slots, at * WORDS) && !isKey(slots, at * WORDS, a, b)) {
      at = (at + 1) & mask;
    }
    return at * WORDS;
  }

  private static boolean isKey(long[] slots, int at, long a, long b) {
    return slots[at] == a && slots[at + 1] == b;
  }

  /** No hash that anybody will meet is all zeros. */
  private static boolean isUsed(long[] slots, int at) {
    return (slots[at] | slots[at + 1]) != 0;
  }
}
