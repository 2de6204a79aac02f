package io.copyflow.extract.form;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HeaderTest {

  @Property
  void anyTitleAndAddress_areReadBack(@ForAll("titles") String title, @ForAll("urls") String url) {
    String file = "<!--1694672222000-->\n[" + title + "](" + url + ")\n------\n\n<p>x</p>\n";

    var read = (Reading.Read) Forms.read(file);

    assertThat(read.envelope().title()).isEqualTo(title);
    assertThat(read.envelope().url()).isEqualTo(url);
    assertThat(read.envelope().body()).isEqualTo("\n<p>x</p>\n");
  }

  @Property
  void anyText_givesAReading(@ForAll String content) {
    assertThat(Forms.read(content)).isNotNull();
  }

  @Property
  void anyFrontMatter_givesValues(@ForAll String yaml) {
    assertThat(FrontMatter.parse(yaml).values()).isNotNull();
  }

  @Provide
  Arbitrary<String> titles() {
    return Arbitraries.strings()
        .withChars("[]()（）渡轮 \u00A0\u200B\n\"'&|-a1")
        .ofMaxLength(60)
        .filter(title -> !title.contains("---") && !title.endsWith("]"));
  }

  @Provide
  Arbitrary<String> urls() {
    return Arbitraries.strings()
        .withChars("ab1()[]%渡?=&#/")
        .ofMaxLength(40)
        .filter(path -> !path.contains("]("))
        .map(path -> "https://example.org/" + path);
  }
}
