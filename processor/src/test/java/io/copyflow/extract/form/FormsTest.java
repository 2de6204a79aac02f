package io.copyflow.extract.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

  private static final String HEADER = "[标题](https://example.org/x)\n------\n";
  private static final String MATTER =
      "---\ntitle: \"前\"\nfrom: https://example.org/f\ntags: [ a, b ]\n---\n";

  @ParameterizedTest
  @ValueSource(strings = {"1694672222000", "NaN", "-5", "1694672222"})
  void epoch_isKeptAsWritten(String epoch) {
    assertThat(read("<!--" + epoch + "-->\n" + HEADER + "\n<p>x</p>").epoch()).isEqualTo(epoch);
  }

  @Test
  void commentThatIsNoEpoch_belongsToNoForm() {
    assertThat(Forms.read("<!-- note -->\n" + HEADER)).isInstanceOf(Reading.Refused.class);
  }

  @Test
  void headerWithoutEpoch_isRead() {
    assertThat(read(HEADER + "<p>x</p>").epoch()).isNull();
  }

  @Test
  void dateLine_isNotBody() {
    Envelope envelope = read(HEADER + "日期：Tue, 23 Jun 2020 05:14:48 +0000\n\n<p>x</p>");

    assertThat(envelope.dateLine()).isEqualTo("Tue, 23 Jun 2020 05:14:48 +0000");
    assertThat(envelope.body()).isEqualTo("\n<p>x</p>");
  }

  @Test
  void headerAfterFrontMatter_wins() {
    Envelope envelope = read(MATTER + "<!--1-->\n" + HEADER + "<p>x</p>");

    assertThat(envelope.title()).isEqualTo("标题");
    assertThat(envelope.frontMatter().value("title")).isEqualTo("前");
  }

  @Test
  void frontMatterAlone_givesTitleAndAddress() {
    Envelope envelope = read(MATTER + "\n<p>x</p>");

    assertThat(envelope.title()).isEqualTo("前");
    assertThat(envelope.url()).isEqualTo("https://example.org/f");
    assertThat(envelope.frontMatter().list("tags")).containsExactly("a", "b");
  }

  @Test
  void frontMatterThatIsNoYaml_isReadLineByLine() {
    FrontMatter matter = FrontMatter.parse("title: \"a: \"b\" c\"\nauthor: 某人\n");

    assertThat(matter.value("title")).isEqualTo("a: \"b\" c");
    assertThat(matter.value("author")).isEqualTo("某人");
  }

  @Test
  void frontMatterThatNamesAJavaType_makesNoObject() {
    FrontMatter matter = FrontMatter.parse("title: !!java.net.URL [\"http://127.0.0.1/\"]\n");

    assertThat(matter.value("title")).startsWith("!!java.net.URL");
  }

  @Test
  void frontMatterOfAliases_isReadLineByLine() {
    FrontMatter matter = FrontMatter.parse("a: &a [x, x]\nb: [*a, *a]\ntitle: 渡轮\n");

    assertThat(matter.value("b")).isEqualTo("[*a, *a]");
    assertThat(matter.value("title")).isEqualTo("渡轮");
  }

  @Test
  void deepFrontMatter_isReadLineByLine() {
    FrontMatter matter = FrontMatter.parse("a: " + "[".repeat(9) + "\ntitle: 渡轮\n");

    assertThat(matter.value("title")).isEqualTo("渡轮");
  }

  @Test
  void windowsLineEnds_areLineEnds() {
    assertThat(read(("<!--1-->\n" + HEADER).replace("\n", "\r\n")).title()).isEqualTo("标题");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>x",
        "<!doctypehtml><p>x",
        "\uFEFF <!-- saved --> <?xml version='1.0'?>\n<HTML lang=en>",
        "<head><title>x</title>",
        "<meta charset=utf-8>",
        "<body class=x>"
      })
  void startOfAPage_isAPage(String file) {
    assertThat(read(file).markup()).isEqualTo(Envelope.Markup.PAGE);
  }

  @Test
  void severalParagraphsInMarkup_areAFragment() {
    assertThat(read("<div><p>a</p><p>b</p></div>").markup()).isEqualTo(Envelope.Markup.FRAGMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<p>x</p>", "a <p>x</p><p>y</p>", "<headline><x>", "<<p><p>", "<!-- <p><p>"})
  void markupWithoutParagraphsOrBehindText_hasNoForm(String file) {
    assertThat(Forms.read(file)).isInstanceOf(Reading.Refused.class);
  }

  private static Envelope read(String file) {
    return ((Reading.Read) Forms.read(file)).envelope();
  }
}
