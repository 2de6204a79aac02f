package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RawKeyTest {

  @Test
  void earlierTimestamp_comesFirst() {
    assertThat(new RawKey(1, "s/z", 3, 9)).isLessThan(new RawKey(2, "s/a", 0, 0));
  }

  @Test
  void sameTimestamp_isOrderedByDocument() {
    assertThat(new RawKey(5, "s/a", 3, 9)).isLessThan(new RawKey(5, "s/a.txt", 0, 0));
  }

  @Test
  void documents_compareAsUtf8() {
    // As UTF-16, the surrogates of U+20000 would come before U+F900.
    assertThat(new RawKey(5, "s/\uF900", 0, 0)).isLessThan(new RawKey(5, "s/\uD840\uDC00", 0, 0));
  }

  @Property
  void order_isTotal(@ForAll("keys") RawKey one, @ForAll("keys") RawKey other) {
    assertThat(Integer.signum(one.compareTo(other)))
        .isEqualTo(-Integer.signum(other.compareTo(one)));
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
  }

  @Provide
  Arbitrary<RawKey> keys() {
    var documents =
        Arbitraries.strings().withChars('a', '/', '渡', '.').ofMinLength(1).ofMaxLength(6);
    return Combinators.combine(
            Arbitraries.longs().between(0, 3),
            documents,
            Arbitraries.integers().between(0, 2),
            Arbitraries.longs().between(0, 4))
        .as(RawKey::new);
  }
}
