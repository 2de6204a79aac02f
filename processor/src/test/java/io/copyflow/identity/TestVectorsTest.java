package io.copyflow.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.copyflow.extract.ArticleAddress;
import io.copyflow.extract.ArticleDraft.Publisher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What an implementation in another language has to give; {@code -Ddocs.update=true} writes the
 * files. A changed line is another version of the identity, never a correction of this one.
 */
class TestVectorsTest {

  private static final Path VECTORS = Path.of("..", "docs", "identity-vectors.jsonl");
  private static final Path TABLE = Path.of("..", "docs", "identity-han-fold.tsv");
  private static final String FERRY =
      "The harbour ferry returned to service on Monday after eleven weeks in the yard.";
  private static final String FIFTY = "abcdefghij".repeat(5);

  private static final ArticleAddress HASHED =
      new ArticleAddress("https://news.example/ferry", new Publisher("news.example", null), null);
  private static final ArticleAddress PUBLISHERS_OWN =
      new ArticleAddress(
          "https://www.dw.com/zh/a-66000001", new Publisher("dw.com", "DW"), "a-66000001");
  private static final ArticleAddress PORT =
      new ArticleAddress("http://10.0.0.7:8080/a?id=1", null, null);

  private final List<String> lines = new ArrayList<>();

  @Test
  void vectors_areWhatTheFileSays() throws IOException {
    texts();
    scripts();
    shortTexts();
    articleIds();

    assertThat(written(VECTORS, lines)).isEqualTo(Files.readString(VECTORS));
  }

  @Test
  void table_isWhatTheFileSays() throws IOException {
    for (char c = '\u3400'; c <= '\u9FFF'; c++) {
      if (HanFold.fold(c) != c) {
        lines.add(c + "\t" + HanFold.fold(c));
      }
    }

    assertThat(written(TABLE, lines)).isEqualTo(Files.readString(TABLE));
  }

  /** A text on its own, long enough to be hashed on its own. */
  private void texts() {
    text("plain", FERRY);
    text("case and punctuation", "THE HARBOUR — ferry, returned (to service)!");
    text("digits stay", "The dollar stood at 7.06 on 3 March.");
    text("other digits", "٣ ३ ３ ③ ³ ½ Ⅳ 〇 二〇二三");
    text("full width", "ＴＨＥ　ＨＡＲＢＯＵＲ　７．０６");
    text("composed and decomposed", "caf\u00e9 cafe\u0301 \u1e69 s\u0323\u0307 s\u0307\u0323");
    text("marks alone", "\u0301 \u0e19\u0e49\u0e33 \u0939\u093f\u0928\u094d\u0926\u0940");
    text(
        "folded letters",
        "Stra\u00dfe \u017fo \u0130 \u0131 \u03a3\u03c3\u03c2 \u212a \ufb01 \u01c4");
    text("invisible", "fer\u00adry fer\u200bry fer\u200dry fer\ufe0fry \u2066ferry\u2069");
    text("Hangul jamo", "\u1112\u1161\u11ab \u1100-\u1161 \uac00\u11a8");
    text("half-width kana", "\uff76\uff9e\uff77 \u30ab\u3099 \u30ac");
    text("beyond the plane", "\ud842\udfb7\u91ce\u5bb6 \ud83d\ude00 \ud835\udc00");
    text("compatibility ideographs", "\uf900 \ufa0c \u2f00 \u3231");
    text("paragraphs", "One.\n\nTwo.\r\n\tThree.");
    text("nothing left", "— … — \ud83d\ude00 !");
  }

  private void scripts() {
    add("Simplified", "果园今年提前两周开摘，干旱没有发生。".repeat(5), "果园开摘", HASHED);
    add("Traditional", "果園今年提前兩週開摘，乾旱沒有發生。".repeat(5), "果園開摘", HASHED);
    add("variants that converters use", "等著看熱鬧，妳的帳單，大砲。".repeat(6), null, HASHED);
    add("nothing to fold", "渡口一日三更".repeat(10), "渡口", HASHED);
  }

  private void shortTexts() {
    add("50 letters stand alone", FIFTY, "One", HASHED);
    add("49 letters do not", FIFTY.substring(1), "One", HASHED);
    add("digits are no letters", FIFTY.substring(1) + "123", "One", HASHED);
    add("short, another host", FIFTY.substring(1), "One", PUBLISHERS_OWN);
    add("short, another title", FIFTY.substring(1), "Two!", HASHED);
    add("short, without a title", "Watch the video.", null, HASHED);
    add("short, without an address", "Watch the video.", "One", null);
    add("short, in the other script", "請看視頻", "果園", HASHED);
    add("parts do not run together", "ab", "c", null);
    add("empty", "", "One", HASHED);
    add("empty, without an address", "", "One", null);
  }

  private void articleIds() {
    add("publisher's own id", FERRY, "Ferry", PUBLISHERS_OWN);
    add("canonical URL", FERRY, "Ferry", HASHED);
    add("address without a domain", FERRY, "Ferry", PORT);
    add("no address", FERRY, "Ferry", null);
    add("publisher's id beyond 200 characters", FERRY, "Ferry", tooLong());
  }

  private static ArticleAddress tooLong() {
    return new ArticleAddress(
        "https://www.dw.com/zh/ferry", new Publisher("dw.com", "DW"), "a".repeat(201));
  }

  /** Filled up with letters that nothing touches, so that the text counts alone. */
  private void text(String name, String text) {
    add(name, text + " " + FIFTY, null, null);
  }

  private void add(
      String name, String text, @Nullable String title, @Nullable ArticleAddress address) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("name", name).put("text", text).put("title", title);
    line.put("canonicalUrl", address == null ? null : address.canonicalUrl());
    line.put(
        "publisher",
        address == null || address.publisher() == null ? null : address.publisher().domain());
    line.put("publisherArticleId", address == null ? null : address.publisherArticleId());
    var content = Hashes.ofText(text, title, Identity.host(address));
    var headline = Hashes.ofTitle(title);
    line.put("normalisedText", Normalisation.normalise(text));
    line.put("contentHash", content.asWritten().value())
        .put("foldedHash", content.folded().value());
    line.put("titleHash", headline.asWritten().value());
    line.put("foldedTitleHash", headline.folded().value());
    line.put("articleId", Identity.articleId(address, text, content.asWritten()));
    lines.add(line.toString());
  }

  private static String written(Path file, List<String> lines) throws IOException {
    String all = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(file, all, UTF_8);
    }
    return all;
  }
}
