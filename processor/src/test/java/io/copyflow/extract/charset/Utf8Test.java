package io.copyflow.extract.charset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class Utf8Test {

  /** The JDK's own decoder, told to report what does not fit. */
  private static @Nullable String strictly(byte[] bytes) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static @Nullable String decoded(byte[] bytes) {
    @Nullable Utf8 decoded = Utf8.of(bytes);
    return decoded == null ? null : decoded.text();
  }

  @Property
  void anyBytes_areDecodedOrRefusedAsByTheJdk(@ForAll("nearlyText") byte[] bytes) {
    assertThat(decoded(bytes)).isEqualTo(strictly(bytes));
  }

  /** Bytes at which well-formed sequences begin and end, between runs of ASCII. */
  @Provide
  Arbitrary<byte[]> nearlyText() {
    Arbitrary<String> edges =
        Arbitraries.of(
            "41",
            "00",
            "7f",
            "80",
            "bf",
            "c1",
            "c2",
            "df",
            "e0",
            "ed",
            "ef",
            "f0",
            "f4",
            "f5",
            "9f",
            "a0",
            "8f",
            "90",
            "c3a9",
            "e6b8a1",
            "eda080",
            "efbfbd",
            "f09f9880",
            "f4908080",
            "4142434445464748",
            "0a20202020202009");
    return edges.list().ofMaxSize(12).map(parts -> HexFormat.of().parseHex(String.join("", parts)));
  }

  @Test
  void everyCharacter_isDecoded() {
    int[] all =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
            .toArray();
    String text = new String(all, 0, all.length);

    assertThat(decoded(text.getBytes(UTF_8))).isEqualTo(text);
  }

  @Test
  void everyBeginningOfACharacter_isRefused() {
    for (String whole : new String[] {"é", "渡", "😀"}) {
      byte[] bytes = whole.getBytes(UTF_8);
      for (int length = 1; length < bytes.length; length++) {
        assertThat(decoded(Arrays.copyOf(bytes, length))).isNull();
      }
    }
  }

  @Property
  void controls_areCountedWhereverTheyStand(@ForAll("withControls") String text) {
    long expected =
        text.chars().filter(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t').count();

    assertThat(Utf8.of(text.getBytes(UTF_8)))
        .satisfies(decoded -> assertThat(decoded.controls()).isEqualTo((int) expected))
        .satisfies(decoded -> assertThat(decoded.length()).isEqualTo(text.length()));
  }

  @Provide
  Arbitrary<String> withControls() {
    return Arbitraries.strings().withChars("abc \0\1\37\t\n\r\177渡é").ofMaxLength(40);
  }
}
