package io.copyflow.extract.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverTest {

  private final Resolver resolver = new Resolver("https://example.org/a/b.html?q=1");

  @ParameterizedTest
  @CsvSource({
    "/x.jpg, https://example.org/x.jpg",
    "x.jpg, https://example.org/a/x.jpg",
    "../x.jpg, https://example.org/x.jpg",
    "../../../x.jpg, https://example.org/x.jpg",
    "?p=2, https://example.org/a/b.html?p=2",
    "//cdn.example.org/x.jpg, https://cdn.example.org/x.jpg",
    "http://other.org/渡.jpg, http://other.org/渡.jpg",
    "https://images.weserv.nl/?url=static.dw.com/image/1_303.jpg, https://static.dw.com/image/1_303.jpg",
    "https://images.weserv.nl?url=gdb.voanews.com/x.jpg, https://gdb.voanews.com/x.jpg",
    "https://images.weserv.nl/?url=https%3A%2F%2Fa.org%2Fx.jpg&w=600, https://a.org/x.jpg",
    "https://i0.wp.com/a.org/x.jpg?resize=1, https://a.org/x.jpg",
    "https://images.weserv.nl/?url=https%3A%2F%2Fi0.wp.com%2Fa.org%2Fx.jpg&w=600, https://a.org/x.jpg",
    "y/./../x.jpg?u=../z, https://example.org/a/x.jpg?u=../z",
    "https://api.dw.com/api/detail/article/66785896, https://www.dw.com/a-66785896"
  })
  void reference_isAbsoluteAndUnwrapped(String reference, String address) {
    assertThat(resolver.resolve(reference)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a\n b.jpg", " /a%20b.jpg ", "\t/a\r\n b.jpg", "https://example.org/a\n b.jpg"})
  void blanks_areNotPartOfAnAddress(String reference) {
    assertThat(resolver.resolve(reference)).contains("https://example.org/a%20b.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#top",
        "javascript:void(0)",
        "data:image/gif;base64,R0",
        "mailto:a@b.org",
        "whatsapp://send"
      })
  void anythingElse_isDropped(String reference) {
    assertThat(resolver.resolve(reference)).isEmpty();
  }

  @Property
  void whateverIsWritten_resolvesToTheWebOrToNothing(@ForAll("references") String reference) {
    assertThat(resolver.resolve(reference).stream())
        .allSatisfy(address -> assertThat(WebAddress.parse(address)).isPresent())
        .noneMatch(address -> address.matches("(?s).*[\\s\\u3000\\x7F].*"));
  }

  @Property
  void proxiedPicture_isThePicture(
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String name,
      @ForAll @IntRange(min = 0, max = 3) int proxies) {
    String picture = "https://a.org/" + name + ".jpg";
    String proxied = picture;
    for (int i = 0; i < proxies; i++) {
      proxied = "https://images.weserv.nl/?url=" + encoded(proxied) + "&w=600";
    }

    assertThat(resolver.resolve(proxied)).contains(picture);
  }

  @Provide
  Arbitrary<String> references() {
    return Arbitraries.of(
            "javascript:",
            "JAVASCRIPT:",
            "data:",
            "https:",
            "http://",
            "//",
            "/",
            "..",
            ".",
            "?",
            "#",
            "a.org",
            "渡",
            "%",
            "%2e",
            " ",
            "\n",
            "\\",
            ":",
            "@",
            "images.weserv.nl/?url=")
        .list()
        .ofMaxSize(6)
        .map(parts -> String.join("", parts));
  }

  private static String encoded(String address) {
    return URLEncoder.encode(address, StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/x.jpg", "x.jpg", "?q"})
  void relativeReferenceWithoutBase_isDropped(String reference) {
    assertThat(new Resolver(null).resolve(reference)).isEmpty();
  }
}
