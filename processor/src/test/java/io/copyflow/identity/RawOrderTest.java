package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RawOrderTest {

  private final List<RawRef> asked = new ArrayList<>();
  private final RawOrder order =
      new RawOrder(raw -> {
        asked.add(raw);
        return document(raw);
      });

  @Test
  void differentTimestamps_decideWithoutDocuments() {
    assertThat(order.compare(new RawRef(1, 3, 9), new RawRef(2, 0, 0))).isNegative();
    assertThat(asked).isEmpty();
  }

  @Test
  void rawRecord_isEqualToItselfWithoutDocuments() {
    assertThat(order.compare(new RawRef(1, 3, 9), new RawRef(1, 3, 9))).isZero();
    assertThat(asked).isEmpty();
  }

  @Property
  void order_isThatOfTheKeys(
      @ForAll @IntRange(max = 2) int timeA,
      @ForAll @IntRange(max = 30) int offsetA,
      @ForAll @IntRange(max = 2) int timeB,
      @ForAll @IntRange(max = 30) int offsetB) {
    var a = new RawRef(timeA, 0, offsetA);
    var b = new RawRef(timeB, 0, offsetB);

    assertThat(Integer.signum(order.compare(a, b)))
        .isEqualTo(Integer.signum(key(a).compareTo(key(b))));
  }

  /** Not in the order of offsets, and some have the same. */
  private static String document(RawRef raw) {
    return "s/" + raw.offset() * 7 % 11;
  }

  private static RawKey key(RawRef raw) {
    return new RawKey(raw.timestamp(), document(raw), raw.partition(), raw.offset());
  }
}
