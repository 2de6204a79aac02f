package io.copyflow.http;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An answer that is whole before its first byte goes out.
 *
 * @param status of HTTP
 * @param contentType with its charset
 * @param body in that charset
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
public record Page(int status, String contentType, byte[] body) {

  /** JSON in UTF-8. */
  public static Page json(int status, String json) {
    return new Page(status, "application/json; charset=utf-8", (json + "\n").getBytes(UTF_8));
  }

  /** Plain text in UTF-8. */
  public static Page text(int status, String text) {
    return new Page(status, "text/plain; charset=utf-8", (text + "\n").getBytes(UTF_8));
  }
}
