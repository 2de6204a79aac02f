package io.copyflow.ledger.sort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class FieldsTest {

  @Property
  void fields_comeBackAsTheyWere(
      @ForAll String text,
      @ForAll int number,
      @ForAll long big,
      @ForAll @IntRange(max = 255) int b) {
    var bytes = new FieldWriter().text(text).number(number).number(big).small(b).toBytes();

    var in = new FieldReader(bytes);
    assertThat(in.text()).isEqualTo(new String(text.getBytes(UTF_8), UTF_8));
    assertThat(in.number()).isEqualTo(number);
    assertThat(in.longNumber()).isEqualTo(big);
    assertThat(in.small()).isEqualTo(b);
  }

  /** Zeros are drawn often: they are what could run one field into the next. */
  @Property
  void bytes_sortAsTheirFields(
      @ForAll @CharRange(from = 0, to = 2) @StringLength(max = 4) String one,
      @ForAll @CharRange(from = 0, to = 2) @StringLength(max = 4) String other,
      @ForAll @LongRange(max = 2) long a,
      @ForAll @LongRange(max = 2) long b) {
    int expected = Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
    int fields = expected != 0 ? expected : Long.compare(a, b);

    int bytes =
        Arrays.compareUnsigned(
            new FieldWriter().text(one).number(a).toBytes(),
            new FieldWriter().text(other).number(b).toBytes());

    assertThat(Integer.signum(bytes)).isEqualTo(Integer.signum(fields));
  }
}
