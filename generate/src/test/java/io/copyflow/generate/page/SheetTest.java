package io.copyflow.generate.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.generate.prose.Story;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SheetTest {

  /** Files enough that each has accents, digits and every choice of encoding in one of them. */
  private static final int STORIES = 20;

  @ParameterizedTest
  @EnumSource(Disguise.class)
  void disguise_changesBytes(Disguise disguise) {
    assertThat(Layout.ALL)
        .anyMatch(layout ->
            IntStream.range(0, STORIES)
                .anyMatch(i -> !Arrays.equals(file(layout, i, null), file(layout, i, disguise))));
  }

  static List<Layout> layouts() {
    return Layout.ALL;
  }

  @ParameterizedTest
  @MethodSource("layouts")
  void layout_leavesNoSlotOpen(Layout layout) {
    String file = new String(file(layout, 1, null), UTF_8);

    assertThat(file).doesNotContainPattern("\\{\\w+}").contains("10000001");
  }

  @Test
  void clock_saysAnotherTime() {
    var story = new Story(1, 1, 0, 0, false);
    var address = new Address(Layout.ALL.get(0), 1);

    String file = new Sheet(story, address, false, Clock.IN_2033, null).file();

    assertThat(file).startsWith("<!--1988150400000-->").contains("2033-01-01T00:00:00Z");
  }

  private static byte[] file(Layout layout, int number, Disguise disguise) {
    var story = new Story(1, number, 0, 0, false);
    return new Sheet(story, new Address(layout, number), false, Clock.RIGHT, disguise).bytes();
  }
}
