package io.copyflow.logging;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {

  @Test
  void ordinaryText_isLeftAlone() {
    assertThat(Printable.line("关系升级 – naïve 👩‍🚀.txt")).isEqualTo("关系升级 – naïve 👩‍🚀.txt");
  }

  @Test
  void lineBreaksAndEscapes_areMadeVisible() {
    assertThat(Printable.line("a\r\nERROR forged\u001b[2J\u009b\u2028"))
        .isEqualTo("a\\u000d\\u000aERROR forged\\u001b[2J\\u009b\\u2028");
  }

  @Test
  void bidirectionalOverrides_areMadeVisible() {
    assertThat(Printable.line("invoice\u202etxt.exe")).isEqualTo("invoice\\u202etxt.exe");
  }

  @Test
  void stackTraces_keepTheirLines() {
    assertThat(Printable.lines("a\n\tb\u001b")).isEqualTo("a\n\tb\\u001b");
  }

  @Property
  void anyText_becomesOneLineWithoutControls(@ForAll String text) {
    String line = Printable.line(text);

    assertThat(line.codePoints().noneMatch(Character::isISOControl)).isTrue();
    assertThat(line.lines().count()).isLessThanOrEqualTo(1);
    assertThat(Printable.line(line)).isEqualTo(line);
  }
}
