package io.copyflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HanFoldTest {

  @Test
  void mirror_foldsToTheSame() {
    assertThat(HanFold.fold("等著看熱鬧，裡面沒有乾旱，幹部衞隊")).isEqualTo(HanFold.fold("等着看热闹，里面没有干旱，干部卫队"));
  }

  @Test
  void differentWords_stayDifferent() {
    assertThat(HanFold.fold("渡轮")).isNotEqualTo(HanFold.fold("渡船"));
  }

  @Test
  void textWithoutVariants_isItself() {
    String text = "渡轮 returns 한국어 かな 𠀀";

    assertThat(HanFold.fold(text)).isSameAs(text);
  }

  @Test
  void representative_foldsToItself() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      char representative = HanFold.fold((char) c);
      assertThat(HanFold.fold(representative)).isEqualTo(representative);
    }
  }

  @Test
  void table_isPinned() {
    var table = new StringBuilder();
    for (char c = '\u3400'; c <= '\u9FFF'; c++) {
      table.append(HanFold.fold(c));
    }

    assertThat(ContentHash.sha256Hex(table.toString()))
        .as("a changed table changes folded hashes: it needs a new version of them")
        .isEqualTo("c52ba02c15ad1eee2f0fe24a9d3a9f452bef586d572132ba3c65b25b23a47d6e");
  }
}
