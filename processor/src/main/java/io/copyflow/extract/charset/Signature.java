package io.copyflow.extract.charset;

import static io.copyflow.extract.RejectReason.IMAGE;
import static io.copyflow.extract.RejectReason.NOT_TEXT;
import static io.copyflow.extract.RejectReason.PDF;

import io.copyflow.extract.RejectReason;
import java.util.List;
import java.util.Optional;

/**
 * File signatures of what is often mistaken for an article.
 *
 * @param reason the code
 * @param kind what it is, in words
 * @param start the bytes that such a file begins with, one character each; {@code ?} for any byte
 * @see <a href="https://mimesniff.spec.whatwg.org/">MIME sniffing, matching type patterns</a>
 */
record Signature(RejectReason reason, String kind, String start) {

  private static final char ANY = '?';

  /** The first that fits wins: those that begin like others stand before them. */
  private static final List<Signature> KNOWN =
      List.of(
          new Signature(PDF, "a PDF", "%PDF-"),
          new Signature(IMAGE, "a PNG image", "\u0089PNG\r\n"),
          new Signature(IMAGE, "a JPEG image", "\u00FF\u00D8\u00FF"),
          new Signature(IMAGE, "a GIF image", "GIF87a"),
          new Signature(IMAGE, "a GIF image", "GIF89a"),
          new Signature(IMAGE, "a WebP image", "RIFF????WEBP"),
          new Signature(IMAGE, "an AVIF image", "????ftypavi"),
          new Signature(IMAGE, "a HEIF image", "????ftyphei"),
          new Signature(IMAGE, "a HEIF image", "????ftypmif1"),
          new Signature(IMAGE, "a JPEG XL image", "\0\0\0\fJXL "),
          new Signature(IMAGE, "a JPEG XL image", "\u00FF\n"),
          new Signature(IMAGE, "a TIFF image", "II*\0"),
          new Signature(IMAGE, "a TIFF image", "MM\0*"),
          new Signature(IMAGE, "an icon", "\0\0\1\0"),
          new Signature(IMAGE, "a BMP image", "BM????\0\0\0\0"),
          new Signature(NOT_TEXT, "a video", "????ftyp"),
          new Signature(NOT_TEXT, "a video", "\u001AE\u00DF\u00A3"),
          new Signature(NOT_TEXT, "a sound file", "ID3"),
          new Signature(NOT_TEXT, "a sound file", "OggS\0"),
          new Signature(NOT_TEXT, "a ZIP archive", "PK\3\4"),
          new Signature(NOT_TEXT, "gzip data", "\u001F\u008B"),
          new Signature(NOT_TEXT, "bzip2 data", "BZh91AY&SY"),
          new Signature(NOT_TEXT, "xz data", "\u00FD7zXZ\0"),
          new Signature(NOT_TEXT, "zstd data", "(\u00B5/\u00FD"),
          new Signature(NOT_TEXT, "a 7z archive", "7z\u00BC\u00AF\u0027\u001C"),
          new Signature(NOT_TEXT, "a RAR archive", "Rar!\u001A\u0007"),
          new Signature(
              NOT_TEXT, "an Office document", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
          new Signature(NOT_TEXT, "an executable", "\u007FELF"),
          new Signature(NOT_TEXT, "a Java class", "\u00CA\u00FE\u00BA\u00BE"),
          new Signature(NOT_TEXT, "a database", "SQLite format 3\0"));

  /** The signature that a file has, when one tells that it is no text. */
  static Optional<Signature> in(byte[] content) {
    for (Signature known : KNOWN) {
      if (known.begins(content)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  private boolean begins(byte[] content) {
    if (content.length < start.length()) {
      return false;
    }
    for (int i = 0; i < start.length(); i++) {
      if (!fits(start.charAt(i), content[i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(char wanted, byte found) {
    return wanted == ANY || wanted == (found & 0xFF);
  }
}
