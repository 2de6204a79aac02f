package io.copyflow.extract.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
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
    "https://example.org/a/../b/./c/%2E%2e/d, https://example.org/b/d",
    "https://example.org/../../a/.., https://example.org",
    "https://example.org/..a/.b/c., https://example.org/..a/.b/c.",
    "https://user:secret@example.org/a, https://example.org/a",
    "https://straße.de/x, https://xn--strae-oqa.de/x",
    "https://ＥＸＡＭＰＬＥ.org/x, https://example.org/x",
    "'https://youtube.com/watch?utm_medium=m&v=a%2Db&utm_source=s', https://youtube.com/watch?v=a-b",
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
  void trackingParameters_neverTellAddressesApart(
      @ForAll("addresses") String address, @ForAll("tracking") String tracking) {
    Assume.that(address.indexOf('#') < 0 && !address.endsWith(" "));
    String tracked = address + (address.contains("?") ? "&" : "?") + tracking;

    assertThat(canonical(tracked)).isEqualTo(canonical(address));
  }

  @Property
  void videoOfYouTube_keepsItsName(
      @ForAll @AlphaChars @NumericChars @StringLength(11) String video,
      @ForAll("tracking") String before,
      @ForAll("tracking") String after) {
    String watched =
        "https://www.youtube.com/watch?" + before + "&v=" + video + "&" + after + "#t=1";

    assertThat(canonical(watched)).contains("https://youtube.com/watch?v=" + video);
  }

  @Property
  void escape_isDecodedOnceAtMost(@ForAll @CharRange(from = '!', to = '~') char c) {
    String hex = String.format("%02X", (int) c);

    assertThat(canonical("https://example.org/x%25" + hex))
        .contains("https://example.org/x%25" + hex);
  }

  @Property
  void canonicalForm_isOneOfJavasAddresses(@ForAll("addresses") String address) {
    assertThat(canonical(address).stream().map(URI::create))
        .allSatisfy(uri -> {
          assertThat(uri.getScheme()).isEqualTo("https");
          assertThat(uri.getRawFragment()).isNull();
          assertThat(uri.getUserInfo()).isNull();
        });
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

  @Provide
  Arbitrary<String> tracking() {
    return Arbitraries.of(
        "utm_source=x", "utm_campaign=渡轮", "fbclid=1%202", "gclid", "ref_src=a=b");
  }

  private static Optional<String> canonical(String text) {
    return WebAddress.parse(text).map(address -> CanonicalAddress.of(address, Set.of()));
  }
}
