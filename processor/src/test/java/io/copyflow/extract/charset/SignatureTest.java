package io.copyflow.extract.charset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.copyflow.extract.RejectReason;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  @ParameterizedTest
  @CsvSource({
    "89504E470D0A1A0A, IMAGE, a PNG image",
    "FFD8FFE000104A46, IMAGE, a JPEG image",
    "52494646A1B2C3D457454250565038, IMAGE, a WebP image",
    "00000020667479706176696600000000, IMAGE, an AVIF image",
    "424D36000C000000000036000000, IMAGE, a BMP image",
    "255044462D312E37, PDF, a PDF",
    "00000018667479706D70343200000000, NOT_TEXT, a video",
    "504B030414000000, NOT_TEXT, a ZIP archive",
    "1F8B080000000000, NOT_TEXT, gzip data",
    "377ABCAF271C0004, NOT_TEXT, a 7z archive"
  })
  void startOfAFile_tellsItsKind(String hex, RejectReason reason, String kind) {
    assertThat(Signature.in(HexFormat.of().parseHex(hex)))
        .hasValueSatisfying(signature -> {
          assertThat(signature.reason()).isEqualTo(reason);
          assertThat(signature.kind()).isEqualTo(kind);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BM", "BMW baut ein Werk", "GIF", "RIFF und mehr Text", "PK 3:2"})
  void textThatBeginsAlike_isText(String text) {
    assertThat(Signature.in(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void signatureInTheMiddle_isText() {
    assertThat(Signature.in("x%PDF-1.7".getBytes(ISO_8859_1))).isEmpty();
  }
}
