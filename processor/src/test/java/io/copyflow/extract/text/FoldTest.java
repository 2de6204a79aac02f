package io.copyflow.extract.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FoldTest {

  @Property
  void line_hasSingleSpacesAndNothingInvisible(@ForAll("texts") String text) {
    String visible = text.replaceAll("[\u200B\uFEFF\u00AD\u0001\u007F]", "");
    String expected = visible.replaceAll("[\u00A0\u3000\u2028\u0085 \t\n]+", " ").strip();

    assertThat(Fold.line(text)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "a",
            "b",
            "例",
            "。",
            " ",
            "\t",
            "\n",
            "\u00A0",
            "\u3000",
            "\u2028",
            "\u0085",
            "\u200B",
            "\uFEFF",
            "\u00AD",
            "\u0001",
            "\u007F",
            "\uD83D\uDCF7")
        .list()
        .ofMaxSize(8)
        .map(parts -> parts.stream().collect(Collectors.joining()));
  }
}
