package io.copyflow.extract.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Writes WARC records for tests. */
public final class WarcBytes {

  /** The address of the page in a record. */
  public static final String URL = "https://news.example.org/2031/05/market-hall";

  private WarcBytes() {}

  /** A record of a response with a status line, headers that end in CRLF, and a body. */
  public static byte[] response(String status, String headers, byte[] body) {
    byte[] head = ("HTTP/1.1 " + status + "\r\n" + headers + "\r\n").getBytes(UTF_8);
    return record("response", "WARC-Target-URI: " + URL + "\r\n", join(head, body));
  }

  /** A record of any type. */
  public static byte[] record(String type, String headers, byte[] block) {
    String head =
        "WARC/1.1\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:8f4c1d9e-5a3b-4c7d-9e2f-0a1b2c3d4e5f>\r\n"
            + "WARC-Date: 2031-05-09T06:30:00Z\r\nContent-Type: application/http\r\n"
            + headers
            + "Content-Length: "
            + block.length
            + "\r\n\r\n";
    return join(head.getBytes(UTF_8), block, "\r\n\r\n".getBytes(UTF_8));
  }

  /** Several pieces as one. */
  public static byte[] join(byte[]... pieces) {
    var joined = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      joined.writeBytes(piece);
    }
    return joined.toByteArray();
  }

  /** Bytes as a transfer in chunks of ten. */
  public static byte[] chunked(byte[] body) {
    var chunks = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += 10) {
      int length = Math.min(10, body.length - at);
      chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(UTF_8));
      chunks.write(body, at, length);
      chunks.writeBytes("\r\n".getBytes(UTF_8));
    }
    chunks.writeBytes("0\r\n\r\n".getBytes(UTF_8));
    return chunks.toByteArray();
  }

  /** Bytes gzipped. */
  public static byte[] gzip(byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(packed)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /**
   * Up to 64 KiB as Brotli, stored.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7932#section-9.2">RFC 7932, section 9.2</a>
   */
  public static byte[] brotli(byte[] content) {
    int header = (content.length - 1) << 4 | 1 << 20;
    byte[] start = {(byte) header, (byte) (header >> 8), (byte) (header >> 16)};
    return join(start, content, new byte[] {3});
  }
}
