package io.copyflow.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlikeTest {

  @Test
  void whiteSpaceAndInvisibleCharacters_makeNoDifference() {
    assertThat(Alike.text(" tide\u00A0\u3000 and\n\twind\u200B ")).isEqualTo("tide and wind");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      value = {
        "Ida Marsh and Tom Reed > ida marsh|tom reed",
        "By Ida Marsh > ida marsh",
        "Ida Marsh, Tom Reed & Una Bell > ida marsh|tom reed|una bell",
        "Von Anna Sand und Max Kern > anna sand|max kern",
        "林木、陈石 > 林木|陈石",
        "Byron Sanders > byron sanders",
        "Anderson Andrews > anderson andrews",
      })
  void bylineInOneString_isTakenApart(String byline, String names) {
    assertThat(String.join("|", Alike.names(List.of(byline)))).isEqualTo(names);
  }

  @ParameterizedTest
  @CsvSource({
    "http://img.example.org/a.jpg,           https://img.example.org/a.jpg,         true",
    "https://img.example.org/a.jpg?w=640,    https://img.example.org/a.jpg,         true",
    "https://img.example.org/a b.JPG,        https://IMG.example.org/a%20b.JPG,     true",
    "https://img.example.org/view?id=1,      https://img.example.org/view?id=2,     false",
    "https://img.example.org/640/ferries.jpg, https://img.example.org/320/ferries.webp, true",
    "https://img.example.org/7/a.jpg,        https://img.example.org/8/a.jpg,       false",
  })
  void sizeOfAPicture_makesNoDifference(String one, String other, boolean same) {
    assertThat(Alike.picture(one).equals(Alike.picture(other))).isEqualTo(same);
  }
}
