package io.copyflow.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.publisher.LinePatterns;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

class NamePatternTest {

  private final NamePattern pattern = new NamePattern(LinePatterns.of("(?i)byline"));

  @Test
  void repeatedClass_isAnsweredAsTheFirstTime() {
    assertThat(pattern.inClass(new Element("p").attr("class", "story-Byline"))).isTrue();
    assertThat(pattern.inClass(new Element("a").attr("class", "story-Byline"))).isTrue();
    assertThat(pattern.inClass(new Element("p").attr("class", "story"))).isFalse();
    assertThat(pattern.inClass(new Element("a").attr("class", "story"))).isFalse();
  }

  @Test
  void id_countsAmongNamesAlone() {
    Element element = new Element("p").attr("class", "story").attr("id", "byline");

    assertThat(pattern.inClass(element)).isFalse();
    assertThat(pattern.inNames(element)).isTrue();
  }
}
