package io.copyflow.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.publisher.Publishers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportersTest {

  private static final String LONG = "灯塔在修缮三年之后重新点亮，居民沿着堤岸聚集观看。";

  @ParameterizedTest
  @CsvSource({
    "新雾社雾港五月三日电（记者林小雨）灯塔重新点亮。, 林小雨",
    "雾港晚报讯（记者 林小雨 陈白）灯塔重新点亮。, 林小雨 陈白",
    "灯塔重新点亮。（林小雨）, 林小雨",
    "灯塔重新点亮。(文/图 林小雨 陈白), 林小雨 陈白"
  })
  void reporterInTheText_isNamed(String line, String names) {
    assertThat(String.join(" ", in(line))).isEqualTo(names);
  }

  @ParameterizedTest
  @ValueSource(strings = {"灯塔重新点亮。（完）", "灯塔重新点亮。（有删节）", "（林小雨）说，灯塔重新点亮。", "灯塔重新点亮。"})
  void otherBrackets_nameNobody(String line) {
    assertThat(in(line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"他说（记者林小雨）来过。"})
  void bracketFarDown_namesNobody(String line) {
    assertThat(Reporters.in(List.of(LONG, LONG, line, LONG), Publishers.standard().of(null)))
        .isEmpty();
  }

  private static List<String> in(String line) {
    return Reporters.in(List.of(line), Publishers.standard().of(null));
  }
}
