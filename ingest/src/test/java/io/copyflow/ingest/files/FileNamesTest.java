package io.copyflow.ingest.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

  @Property
  void anyBytes_surviveTheRoundTrip(@ForAll byte[] name) {
    assertThat(FileNames.decode(FileNames.encode(name))).isEqualTo(name);
  }

  @Property
  void anyBytes_becomeText(@ForAll byte[] name) {
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(FileNames.encode(name))).isTrue();
  }

  @Property
  void twoNames_neverMeetInOneText(@ForAll("tricky") String one, @ForAll("tricky") String other) {
    assertThat(FileNames.encode(latin1(one)).equals(FileNames.encode(latin1(other))))
        .isEqualTo(one.equals(other));
  }

  /** Names as bytes in which escapes, and bytes that need them, stand close together. */
  @Provide
  Arbitrary<String> tricky() {
    return Arbitraries.strings().withChars('%', '2', '5', 'F', '\u00ff', '\n').ofMaxLength(7);
  }

  private static byte[] latin1(String name) {
    return name.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "61 2E 74 78 74, a.txt",
    "E6 96 B0 E8 81 9E, 新聞",
    "F0 9F 98 80, \uD83D\uDE00",
    "61 25 30 41, a%0A",
    "25 46 46, %25FF",
    "25 32 35, %2525",
    "31 30 30 25, 100%",
    "FF FE 61, %FF%FEa",
    "C0 AF, %C0%AF",
    "ED A0 80, %ED%A0%80",
    "E6 96, %E6%96",
  })
  void nameAsBytes_hasOneText(String hex, String text) {
    assertThat(FileNames.encode(bytes(hex))).isEqualTo(text);
  }

  @Test
  void lastName_isTakenFromThePathsBytes() {
    assertThat(FileNames.last(Path.of("/tmp/x/q\"?# %.txt"))).isEqualTo("q\"?# %.txt");
    assertThat(FileNames.last(Path.of("/tmp"))).as("a folder that exists").isEqualTo("tmp");
    assertThat(FileNames.last(Path.of("/"))).isEmpty();
  }

  @Test
  void nameUnderAnyLocale_isTheSame(@TempDir Path folder) throws Exception {
    for (String name : List.of("%E6%96%B0", "%FF%FE", "a%25b", "a")) {
      Files.createFile(Path.of(URI.create(folder.toUri() + name)));
    }

    assertThat(listUnder("POSIX", folder)).containsExactly("%FF%FE", "a", "a%b", "新");
  }

  /** Lists a folder in a process of its own: a locale is read once, when Java starts. */
  private static List<String> listUnder(String locale, Path folder) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classpath = System.getProperty("java.class.path");
    var builder =
        new ProcessBuilder(java, "-cp", classpath, NameLister.class.getName(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LC_ALL", locale);
    Process process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.lines().toList();
  }

  @Test
  void shownPath_isOneLine() {
    assertThat(FileNames.shown(Path.of("/no/such\nfolder"))).isEqualTo("/no/such%0Afolder");
  }

  private static byte[] bytes(String hex) {
    return HexFormat.ofDelimiter(" ").parseHex(hex);
  }
}
