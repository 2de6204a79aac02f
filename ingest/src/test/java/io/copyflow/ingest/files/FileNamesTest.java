package io.copyflow.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @Property
  void anyBytes_surviveTheRoundTrip(@ForAll byte[] name) {
    assertThat(FileNames.decode(FileNames.encode(name))).isEqualTo(name);
  }

  @Property
  void anyBytes_becomeTextThatIsSafeToPrint(@ForAll byte[] name) {
    String text = FileNames.encode(name);

    assertThat(text.chars()).noneMatch(Character::isISOControl);
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "61 2E 74 78 74, a.txt",
    "E6 96 B0 E8 81 9E, 新聞",
    "F0 9F 98 80, \uD83D\uDE00",
    "61 0A 62, a%0Ab",
    "31 30 30 25, 100%25",
    "FF FE 61, %FF%FEa",
    "C0 AF, %C0%AF",
    "ED A0 80, %ED%A0%80",
    "E6 96, %E6%96",
    "C2 85, %C2%85",
    "7F, %7F",
  })
  void nameAsBytes_hasOneText(String hex, String text) {
    assertThat(FileNames.encode(bytes(hex))).isEqualTo(text);
  }

  @Test
  void lastName_isTakenFromThePathsBytes() {
    assertThat(FileNames.last(Path.of("/tmp/x/q\"?# %.txt"))).isEqualTo("q\"?# %25.txt");
    assertThat(FileNames.last(Path.of("/tmp"))).as("a folder that exists").isEqualTo("tmp");
    assertThat(FileNames.last(Path.of("/"))).isEmpty();
  }

  @Test
  void shownPath_isOneLine() {
    assertThat(FileNames.shown(Path.of("/no/such\nfolder"))).isEqualTo("/no/such%0Afolder");
  }

  @Test
  void percentWithoutDigits_isRefused() {
    assertThatThrownBy(() -> FileNames.decode("a%4")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FileNames.decode("a%zz")).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }
}
