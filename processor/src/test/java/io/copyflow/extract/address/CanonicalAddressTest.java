package io.copyflow.extract.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalAddressTest {

  @ParameterizedTest
  @CsvSource({
    "HTTP://WWW.Example.ORG:80/a/b/#top, https://example.org/a/b",
    "https://example.org, https://example.org",
    "https://example.org:8443/a, https://example.org:8443/a",
    "http://www.rfi.fr//cn/x, https://rfi.fr/cn/x",
    "https://example.org/a?utm_source=x&id=7&fbclid=y, https://example.org/a?id=7",
    "https://www.youtube.com/watch?v=abc, https://youtube.com/watch?v=abc",
    "https://example.org/%e6%b8%a1, https://example.org/%E6%B8%A1",
    "https://example.org/渡, https://example.org/%E6%B8%A1",
    "https://example.org/%7Euser/%41, https://example.org/~user/A",
    "https://example.org/%2541, https://example.org/%2541",
    "https://example.org/a%2Fb, https://example.org/a%2Fb",
    "https://例子.测试/x, https://xn--fsqu00a.xn--0zwm56d/x",
    "https://example.org/a b, https://example.org/a%20b",
    "https://www.com/x, https://www.com/x"
  })
  void address_hasOneSpelling(String written, String canonical) {
    assertThat(canonical(written)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://",
        "ftp://a/b"
      })
  void anythingElse_isNoWebAddress(String text) {
    assertThat(WebAddress.parse(text)).isEmpty();
  }

  @Property
  void canonicalForm_isItsOwnCanonicalForm(@ForAll("addresses") String address) {
    Optional<String> once = canonical(address);

    assertThat(once.flatMap(CanonicalAddressTest::canonical)).isEqualTo(once);
  }

  @Property
  void anyText_isParsedOrNot(@ForAll String text) {
    assertThat(WebAddress.parse("https://" + text).map(WebAddress::scheme).orElse("https"))
        .isEqualTo("https");
  }

  @Provide
  Arbitrary<String> addresses() {
    return Arbitraries.strings()
        .withChars("aZ9.-_~%/?=&#+渡 ()[]:@4E\\")
        .ofMaxLength(50)
        .map(rest -> "http://www.Example.org/" + rest);
  }

  private static Optional<String> canonical(String text) {
    return WebAddress.parse(text).map(address -> CanonicalAddress.of(address, Set.of()));
  }
}
