package io.copyflow.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Sha256TableTest {

  @Property(tries = 50)
  void table_isAMap(
      @ForAll @Size(max = 3000) List<@IntRange(max = 2000) Integer> keys, @ForAll int seed) {
    var table = new Sha256Table();
    Map<Integer, Integer> expected = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      int key = keys.get(i);
      boolean forgets = (i ^ seed) % 5 == 0;
      table.put(hash(key), forgets ? null : hash(i));
      if (forgets) {
        expected.remove(key);
      } else {
        expected.put(key, i);
      }
    }

    for (int key = 0; key <= 2000; key++) {
      Integer value = expected.get(key);
      assertThat(table.has(hash(key), hash(-1))).isFalse();
      if (value != null) {
        assertThat(table.has(hash(key), hash(value))).isTrue();
      }
    }
    assertThat(table.size()).isLessThanOrEqualTo(2001);
  }

  @Test
  void forgottenKey_hasNoVersion() {
    var table = new Sha256Table();
    table.put(hash(1), hash(2));
    table.put(hash(1), null);

    assertThat(table.has(hash(1), hash(2))).isFalse();
  }

  @Test
  void aHundredThousandKeys_areAllThere() {
    var table = new Sha256Table();
    for (int i = 0; i < 100_000; i++) {
      table.put(hash(i), hash(i + 1));
    }

    assertThat(table.size()).isEqualTo(100_000);
    for (int i = 0; i < 100_000; i++) {
      assertThat(table.has(hash(i), hash(i + 1))).isTrue();
      assertThat(table.has(hash(i), hash(i))).isFalse();
    }
  }

  @Test
  void keysOfOneSlot_areToldApart() {
    var table = new Sha256Table();
    for (long b = 1; b <= 100; b++) {
      table.put(new Sha256(7, b, 0, 0), new Sha256(b, 0, 0, 0));
    }

    for (long b = 1; b <= 100; b++) {
      assertThat(table.has(new Sha256(7, b, 0, 0), new Sha256(b, 0, 0, 0))).isTrue();
      assertThat(table.has(new Sha256(7, b, 0, 0), new Sha256(b + 1, 0, 0, 0))).isFalse();
    }
  }

  private static Sha256 hash(int value) {
    return Sha256.of(ByteBuffer.allocate(4).putInt(value).array());
  }
}
