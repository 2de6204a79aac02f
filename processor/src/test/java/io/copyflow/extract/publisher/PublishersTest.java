package io.copyflow.extract.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
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
              .sorted()
              .toList();

      assertThat(Publishers.standard().domains()).isEqualTo(names);
    }
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

  @Test
  void misspeltKey_isAnErrorThatNamesFileAndKey() {
    assertThatThrownBy(() -> new ProfileFile("example.org", Map.of("titelTails", List.of())))
        .hasMessageContaining("example.org.yaml")
        .hasMessageContaining("titelTails");
  }

  @Test
  void brokenPattern_isAnErrorThatNamesFileAndKey() {
    var file = new ProfileFile("example.org", Map.of("rights", List.of("(")));

    assertThatThrownBy(() -> file.profile(new ProfileFile("general", Map.of())))
        .hasMessageContaining("example.org.yaml, key rights");
  }

  @ParameterizedTest
  @CsvSource({
    "aside, <aside>, true", ".x, <p class='a x b'>, true", ".x, <p class='xx'>, false",
    "#i, <p id=i>, true", "[hidden], <p hidden>, true", "[a=b], <p a=b>, true",
    "[a=b], <p a=bc>, false", "[a^=b], <p a=bc>, true", "[a*=c], <p a=bcd>, true",
    "p.x:not(.y), <p class=x>, true", "p.x:not(.y), <p class='x y'>, false"
  })
  void marks_matchAsCssSays(String selector, String html, boolean matches) {
    var element = Jsoup.parseBodyFragment(html).body().child(0);

    assertThat(new Marks(List.of(selector)).match(element)).isEqualTo(matches);
    assertThat(element.is(selector)).isEqualTo(matches);
  }
}
