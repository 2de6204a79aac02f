package io.copyflow.extract.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatYamlTest {

  @Test
  void usualFrontMatter_isRead() {
    var values =
        FlatYaml.read(
            """
            title: "渡轮：今天"
            date: 2020-08-17T13:53:56.000Z
            from: https://example.com/a#b
            tags: [ 甲, Radio 1 ]
            author: (甲)乙
            name: 1年
            day: 2020-08-17
            quoted: "\\"渡轮\\" 🛳"
            """);

    assertThat(values)
        .contains(
            Map.of(
                "title", List.of("渡轮：今天"),
                "date", List.of("2020-08-17T13:53:56.000Z"),
                "from", List.of("https://example.com/a#b"),
                "tags", List.of("甲", "Radio 1"),
                "author", List.of("(甲)乙"),
                "name", List.of("1年"),
                "day", List.of("2020-08-17"),
                "quoted", List.of("\"渡轮\" 🛳")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a: |\n",
        "a: b: c",
        "a: b # c",
        "a: 12",
        "a: 1e3",
        "a: true",
        "a: *b",
        "a: \"b\\n\"",
        "a: 'it''s'",
        "a: [b, [c]]",
        "a: [null]",
        "a: b\n  c",
        "a:\tb",
        "a:b",
        "- a",
        "a: \u2028"
      })
  void anythingElse_isLeftToTheLibrary(String yaml) {
    assertThat(FlatYaml.read(yaml)).isEmpty();
  }

  @Property(tries = 5000)
  void whatIsRead_isWhatTheLibraryReads(@ForAll("yaml") String yaml) {
    FlatYaml.read(yaml)
        .ifPresent(
            values -> assertThat(FrontMatter.yaml(yaml).orElseThrow().values()).isEqualTo(values));
  }

  @Provide
  Arbitrary<String> yaml() {
    Arbitrary<String> value =
        Arbitraries.of(
                "a",
                "Yes",
                "null",
                "true",
                "off",
                "渡",
                "，",
                "1",
                "2020-08-17T1",
                "e",
                "T",
                ".",
                "-",
                " ",
                "  ",
                ":",
                ": ",
                "#",
                " #",
                "\"",
                "'",
                "[",
                "]",
                ",",
                "&",
                "*",
                "!",
                "|",
                ">",
                "%",
                "(",
                ")",
                "\\\"",
                "🛳",
                "\u200B",
                "@",
                "`",
                "{",
                "}",
                "?",
                "~",
                "\\",
                "\t",
                "\u00A0",
                "\u3000",
                "\u0085",
                "_",
                "=")
            .list()
            .ofMaxSize(5)
            .map(parts -> String.join("", parts));
    return value
        .flatMap(
            text -> Arbitraries.of(text, "\"" + text + "\"", "'" + text + "'", "[" + text + "]"))
        .map(text -> "k: " + text)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(lines -> String.join("\nj", lines) + "\n");
  }
}
