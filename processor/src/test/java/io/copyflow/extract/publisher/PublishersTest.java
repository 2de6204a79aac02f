package io.copyflow.extract.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishersTest {

  private static final Path FOLDER = Path.of("src/main/resources/io/copyflow/extract/publisher");

  @Test
  void index_namesEveryFile() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString().replace(".yaml", ""))
              .filter(name -> !name.equals("index") && !name.equals("general"))
              .toList();

      assertThat(Publishers.standard().domains()).containsAll(names);
    }
  }

  @Test
  void domainsInAFile_shareItsProfile() {
    assertThat(Publishers.standard().of("bbc.co.uk").id()).isEqualTo("bbc.com");
  }

  @Test
  void everyPublisher_hasANameForReaders() {
    Publishers publishers = Publishers.standard();

    assertThat(publishers.domains())
        .allSatisfy(d -> assertThat(publishers.of(d).name()).isNotBlank());
  }

  @Test
  void unknownDomain_hasTheGeneralProfile() {
    assertThat(Publishers.standard().of("example.org").id()).isEqualTo("general");
    assertThat(Publishers.standard().of(null).id()).isEqualTo("general");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "titelTails: []|:2: key titelTails: no such key; known are agencies,",
        "rights: ['(']|:2: key rights: Unclosed group",
        "drop: ['p[']|:2: key drop: no CSS selector: p[",
        "rights: 'x'|:2: key rights: must be a list; begin each item with a dash",
        "rights: [[x]]|:2: key rights: must list texts",
        "zone: Europe/Pariss|:2: key zone: no such zone: Europe/Pariss; write one like",
        "dayFirst: yes|:2: key dayFirst: must be true or false, not yes",
        "headline: h1|:2: key headline: no such source: h1; write linked-data, open-graph, heading,",
        "name: [x]|:2: key name: must be one value, not a list",
        "layouts: [x]|:2: key layouts: must list maps of keys",
        "layouts: [{validFrom: May}]|:2: key validFrom: no such day: May; write one like",
        "layouts: [{ownNames: [x]}]|:2: key ownNames: no such key",
        "rights: [|:3: is no YAML"
      })
  void mistake_namesFileLineKeyAndRemedy(String line, String message) {
    assertThatThrownBy(() -> Publishers.with(Map.of("example.org", "# Example.\n" + line + "\n")))
        .isInstanceOf(PublisherFileException.class)
        .hasMessageStartingWith("publisher file example.org.yaml" + message);
  }

  @Test
  void textThatIsNoMap_isAMistake() {
    assertThatThrownBy(() -> Publishers.with(Map.of("example.org", "- x")))
        .hasMessage(
            "publisher file example.org.yaml:1: must hold keys and values, as in name: Example");
  }

  @Test
  void ownFile_addsAPublisherOrTakesItsPlace() {
    Publishers publishers =
        Publishers.with(Map.of("example.org", "name: Example", "dw.com", "name: Other"));

    assertThat(publishers.of("example.org").name()).isEqualTo("Example");
    assertThat(publishers.of("dw.com").name()).isEqualTo("Other");
    assertThat(publishers.of("dw.com").rules().titleTails()).isEmpty();
    assertThat(publishers.of("rfi.fr").name()).isEqualTo("RFI");
  }

  @Test
  void digest_tellsOwnFilesApart() {
    assertThat(Publishers.with(Map.of("example.org", "name: A")).digest())
        .hasSize(8)
        .isNotEqualTo(Publishers.standard().digest())
        .isNotEqualTo(Publishers.with(Map.of("example.org", "name: B")).digest());
  }

  @ParameterizedTest
  @CsvSource({
    "2030-12-31, false, false",
    "2031-01-01, true, false",
    "2031-06-30, true, true",
    "2031-12-31, true, true",
    "2032-01-01, false, true",
    ", true, true"
  })
  void layout_holdsOnItsDays(@Nullable LocalDate day, boolean first, boolean second) {
    var publishers =
        Publishers.with(
            Map.of(
                "example.org",
                """
                layouts:
                  - validFrom: 2031-01-01
                    validUntil: 2031-12-31
                    drop: [.first]
                  - validFrom: 2031-06-30
                    drop: [.second]
                """));

    Marks marks = publishers.of("example.org", day).markup().marks();

    assertThat(isDropped("<p class=first>", marks)).isEqualTo(first);
    assertThat(isDropped("<p class=second>", marks)).isEqualTo(second);
  }

  @ParameterizedTest
  @CsvSource({
    "aside, <aside>, true", ".x, <p class='a x b'>, true", ".x, <p class='xx'>, false",
    "#i, <p id=i>, true", "[hidden], <p hidden>, true", "[a=b], <p a=b>, true",
    "[a=b], <p a=bc>, false", "[a^=b], <p a=bc>, true", "[a*=c], <p a=bcd>, true",
    "p > b, <b>, false", "'h1, b:empty', <b>, true", "[a]:not(p), <p a>, false",
    "[a]:not(p), <i a>, true", "p.x:not(.y), <p class=x>, true",
        "p.x:not(.y), <p class='x y'>, false"
  })
  void marks_matchAsCssSays(String selector, String html, boolean matches) {
    var element = Jsoup.parseBodyFragment(html).body().child(0);

    assertThat(isDropped(html, new Marks(Map.of(Mark.DROP, List.of(selector))))).isEqualTo(matches);
    assertThat(element.is(selector)).isEqualTo(matches);
  }

  @Test
  void element_hasAllMarksThatItsSelectorsGive() {
    var marks =
        new Marks(
            Map.of(
                Mark.DROP, List.of(".a", "[title]"),
                Mark.CAPTION, List.of("p", "div > p:not(.b)"),
                Mark.AUTHOR, List.of(".c", "h1, .a")));

    int found = marks.of(Jsoup.parseBodyFragment("<p class=a>").body().child(0));

    assertThat(Stream.of(Mark.values()).filter(mark -> mark.in(found)))
        .containsExactly(Mark.DROP, Mark.CAPTION, Mark.AUTHOR);
    assertThat(Stream.of(Mark.values()).filter(marks::give))
        .containsExactly(Mark.DROP, Mark.CAPTION, Mark.AUTHOR);
  }

  private static boolean isDropped(String html, Marks marks) {
    return Mark.DROP.in(marks.of(Jsoup.parseBodyFragment(html).body().child(0)));
  }
}
