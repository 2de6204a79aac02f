package io.copyflow.extract.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WebAddressTest {

  private static final List<String> PARTS =
      List.of(
          "https://",
          "http://",
          "HTTP:///",
          "a",
          "b.org",
          "-",
          ".",
          "例",
          ":",
          "80",
          "/",
          "\\",
          "?",
          "#",
          "@",
          " ",
          "%2F",
          "_",
          "x".repeat(250),
          "y".repeat(8_000));

  @Property
  void text_isAnAddressExactlyWhenItParses(@ForAll("texts") String text) {
    assertThat(WebAddress.isOne(text)).isEqualTo(WebAddress.parse(text).isPresent());
  }

  /** A dot alone names no host. */
  @Property
  void address_namesAHost(@ForAll("texts") String text) {
    assertThat(WebAddress.parse(text).map(WebAddress::host))
        .matches(host -> host.isEmpty() || host.get().matches(".*[^.].*"));
  }

  @Provide
  Arbitrary<String> texts() {
    var rest = Arbitraries.of(PARTS).list().ofMaxSize(6).map(parts -> String.join("", parts));
    return Arbitraries.of("https://", "http://", "").flatMap(start -> rest.map(r -> start + r));
  }
}
