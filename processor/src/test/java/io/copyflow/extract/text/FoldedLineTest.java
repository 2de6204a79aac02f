package io.copyflow.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FoldedLineTest {

  private final FoldedLine line = new FoldedLine();

  @Property
  void pieces_areFoldedAsOneText(@ForAll("pieces") List<String> pieces) {
    pieces.forEach(line::append);

    assertThat(line.end()).isEqualTo(Fold.line(String.join("", pieces)));
  }

  @Property
  void pieceOfWhiteSpace_isToldFromAnyOther(@ForAll("pieces") List<String> pieces) {
    String piece = String.join("", pieces);

    assertThat(line.append(piece)).isEqualTo(!piece.chars().allMatch(c -> Fold.isSpace((char) c)));
  }

  @Test
  void endedLine_leavesNothingToTheNext() {
    line.append("a ");
    line.end();
    line.append("b");
    line.space();
    line.append("c");

    assertThat(line.end()).isEqualTo("b c");
  }

  @Provide
  Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "a", "例", " ", "\t", "\n", "\u00A0", "\u3000", "\u200B", "\u00AD", "\u0001")
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts))
        .list()
        .ofMaxSize(4);
  }
}
