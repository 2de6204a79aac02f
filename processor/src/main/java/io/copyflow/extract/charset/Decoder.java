package io.copyflow.extract.charset;

import static io.copyflow.extract.RejectReason.NOT_TEXT;
import static io.copyflow.extract.RejectReason.UNDECODABLE_TEXT;
import static io.copyflow.extract.charset.CharsetOrigin.BYTE_ORDER_MARK;
import static io.copyflow.extract.charset.CharsetOrigin.DETECTED;
import static io.copyflow.extract.charset.CharsetOrigin.META;
import static io.copyflow.extract.charset.CharsetOrigin.VALID_UTF8;

import io.copyflow.extract.charset.Decoding.Failed;
import io.copyflow.extract.charset.Decoding.Text;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Finds the encoding of a file and decodes it strictly: a byte order mark, else UTF-8 when every
 * byte fits, else what somebody claims, else statistics. No byte is replaced without being counted.
 * Stateless.
 */
public final class Decoder {

  /** The HTML parser must never sniff: it would take a lying meta tag at its word. */
  private Decoder() {}

  /**
   * Decodes a file's bytes.
   *
   * @param told the encoding that somebody named; null when nobody did
   * @param teller who that was
   */
  public static Decoding decode(byte[] bytes, @Nullable String told, CharsetOrigin teller) {
    return Signature.in(bytes)
        .<Decoding>map(Decoder::refused)
        .or(() -> ByteOrderMark.of(bytes).map(mark -> decodeMarked(bytes, mark)))
        .or(() -> utf8(bytes))
        .or(() -> WebCharset.named(told).flatMap(charset -> claimed(bytes, charset, teller)))
        .or(() -> MetaCharset.of(bytes).flatMap(charset -> claimed(bytes, charset, META)))
        .or(() -> detected(bytes))
        .or(() -> damaged(bytes, told, teller))
        .orElseGet(() -> undecodable(bytes));
  }

  private static Decoding refused(Signature signature) {
    return new Failed(signature.reason(), "the bytes are " + signature.kind() + ", not text", 0);
  }

  private static Decoding decodeMarked(byte[] bytes, ByteOrderMark mark) {
    var content = ByteBuffer.wrap(bytes, mark.length(), bytes.length - mark.length());
    Optional<String> text = strictly(content, mark.charset());
    return text.<Decoding>map(t -> new Text(t, mark.charset().name(), BYTE_ORDER_MARK, 0))
        .orElseGet(() ->
            new Failed(
                UNDECODABLE_TEXT,
                "the byte order mark says " + mark.charset() + ", and not all bytes fit",
                content.position()));
  }

  private static Optional<Decoding> utf8(byte[] bytes) {
    @Nullable Utf8 decoded = Utf8.of(bytes);
    return decoded != null && isFew(decoded.controls(), decoded.length())
        ? Optional.of(text(decoded.text(), decoded.controls(), StandardCharsets.UTF_8, VALID_UTF8))
        : Optional.empty();
  }

  /** Decoded and without NUL: text of two-byte encodings is often valid UTF-8, full of NULs. */
  private static Optional<Decoding> plausible(byte[] bytes, Charset charset, CharsetOrigin origin) {
    return strictly(ByteBuffer.wrap(bytes), charset)
        .flatMap(text -> plausible(text, charset, origin));
  }

  private static Optional<Decoding> plausible(String text, Charset charset, CharsetOrigin origin) {
    int controls = controls(text);
    return isFew(controls, text.length())
        ? Optional.of(text(text, controls, charset, origin))
        : Optional.empty();
  }

  private static Text text(String text, int controls, Charset charset, CharsetOrigin origin) {
    return new Text(controls == 0 ? text : text.replace("\0", ""), charset.name(), origin, 0);
  }

  /**
   * What somebody says of the bytes, when they fit. Claims are often wrong, and wrong East Asian
   * encodings often fit: statistics that find another one win if its characters are more common.
   */
  private static Optional<Decoding> claimed(byte[] bytes, Charset charset, CharsetOrigin teller) {
    if (DamagedUtf8.isLikely(bytes)) {
      return Optional.empty();
    }
    return plausible(bytes, charset, teller)
        .map(claimed -> detected(bytes).filter(rival -> speaksFor(rival, claimed)).orElse(claimed));
  }

  private static boolean speaksFor(Decoding rival, Decoding claimed) {
    var found = (Text) rival;
    var named = (Text) claimed;
    return Commonness.speaksFor(
        found.text(),
        Charset.forName(found.charset()),
        named.text(),
        Charset.forName(named.charset()));
  }

  private static Optional<Decoding> detected(byte[] bytes) {
    if (DamagedUtf8.isLikely(bytes)) {
      // Any single-byte encoding would "fit" and give garbage.
      return Optional.empty();
    }
    return Utf16.guess(bytes)
        .or(() -> statistical(bytes))
        .flatMap(charset -> plausible(bytes, charset, DETECTED));
  }

  private static Optional<Charset> statistical(byte[] bytes) {
    var detector = new UniversalDetector();
    detector.handleData(bytes);
    detector.dataEnd();
    return WebCharset.named(detector.getDetectedCharset());
  }

  /** Text with a few bad bytes, in the encoding that it would be in without them. */
  private static Optional<Decoding> damaged(
      byte[] bytes, @Nullable String told, CharsetOrigin teller) {
    Optional<Text> text =
        DamagedUtf8.isLikely(bytes)
            ? DamagedText.read(bytes, StandardCharsets.UTF_8, DETECTED)
            : WebCharset.named(told)
                .flatMap(charset -> DamagedText.read(bytes, charset, teller))
                .or(() ->
                    MetaCharset.of(bytes)
                        .flatMap(charset -> DamagedText.read(bytes, charset, META)));
    return text.filter(found -> isFew(controls(found.text()), found.text().length()))
        .map(found -> new Decoding.Damaged(found, undecodable(bytes)));
  }

  private static Failed undecodable(byte[] bytes) {
    int at = DamagedUtf8.firstBadByte(bytes);
    int nul = indexOfNul(bytes);
    return nul >= 0
        ? new Failed(NOT_TEXT, "the bytes hold NUL and are in no known text encoding", nul)
        : new Failed(UNDECODABLE_TEXT, "not UTF-8, and no other encoding fits every byte", at);
  }

  private static int indexOfNul(byte[] bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** A stray NUL is noise; many of them, or other controls, mean that it is no text. */
  private static boolean isFew(int controls, int length) {
    return controls * 50L <= length;
  }

  private static int controls(String text) {
    int controls = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      controls += c < ' ' && c != '\n' && c != '\r' && c != '\t' ? 1 : 0;
    }
    return controls;
  }

  /** The text when every byte fits; otherwise the buffer stands at the first byte that does not. */
  private static Optional<String> strictly(ByteBuffer bytes, Charset charset) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var chars = CharBuffer.allocate((int) (bytes.remaining() * decoder.maxCharsPerByte()) + 1);
    boolean failed = decoder.decode(bytes, chars, true).isError() || decoder.flush(chars).isError();
    return failed ? Optional.empty() : Optional.of(chars.flip().toString());
  }
}
