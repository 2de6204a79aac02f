package io.copyflow.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  @Test
  void transposedLetters_findTheName() {
    assertThat(NearestName.of("prot", List.of("partitions", "port"), 2)).contains("port");
  }

  @Test
  void nameTooFarFromAll_findsNone() {
    assertThat(NearestName.of("frobnicate", List.of("port"), 2)).isEmpty();
  }

  @Property
  void distance_isSymmetricAndZeroOnlyForEqualNames(
      @ForAll @AlphaChars @StringLength(max = 12) String one,
      @ForAll @AlphaChars @StringLength(max = 12) String other) {
    int edits = NearestName.edits(one, other);

    assertThat(edits).isEqualTo(NearestName.edits(other, one));
    assertThat(edits == 0).isEqualTo(one.equals(other));
    assertThat(edits)
        .isBetween(Math.abs(one.length() - other.length()), Math.max(one.length(), other.length()));
  }
}
