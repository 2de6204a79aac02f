package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Told;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * A WARC record's header.
 *
 * @param bytes as they stand in the file, the empty line included
 * @param record parsed, its block not there
 * @param length of the block in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WarcHeader(byte[] bytes, WarcRecord record, long length) {

  static WarcHeader parse(byte[] bytes) throws IOException {
    WarcRecord record = record(bytes);
    String length = record.headers().first("Content-Length").orElse("").strip();
    if (!length.matches("\\d{1,18}")) {
      throw new IOException("a record without its length");
    }
    return new WarcHeader(bytes, record, Long.parseLong(length));
  }

  private static WarcRecord record(byte[] bytes) throws IOException {
    // Not closed: that would look for the block.
    var reader = new WarcReader(new ByteArrayInputStream(bytes));
    reader.setLenient(true);
    return reader.next().orElseThrow(() -> new IOException("a record without a header"));
  }

  /** The record's id without its brackets. */
  Optional<String> id() {
    return record
        .headers()
        .first("WARC-Record-ID")
        .map(WarcHeader::bare)
        .filter(id -> !id.isEmpty());
  }

  /** Whether it is what a web server answered; crawlers keep look-ups of host names, too. */
  boolean isWebResponse() {
    return "response".equals(record.headers().first("WARC-Type").orElse(""))
        && target().map(target -> target.startsWith("http")).orElse(true);
  }

  private Optional<String> target() {
    return record.headers().first("WARC-Target-URI").map(WarcHeader::bare);
  }

  /** What the header alone says. */
  Told told() {
    return new Told(time(), null, target().orElse(null));
  }

  /** What a whole record says: the server's word on the type, too. */
  Told told(byte[] content) {
    return new Told(time(), mediaType(content), target().orElse(null));
  }

  private static @Nullable String mediaType(byte[] content) {
    try {
      var type =
          record(content) instanceof WarcResponse response
              ? response.http().headers().first("Content-Type")
              : Optional.<String>empty();
      return type.map(value -> value.split(";", 2)[0].strip())
          .filter(value -> !value.isEmpty())
          .orElse(null);
    } catch (IOException | RuntimeException e) {
      // A hint that cannot be read is no hint; the record is judged by whoever reads it.
      return null;
    }
  }

  private @Nullable Instant time() {
    try {
      return record.headers().first("WARC-Date").map(Instant::parse).orElse(null);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static String bare(String value) {
    String bare = value.strip();
    return bare.startsWith("<") && bare.endsWith(">") ? bare.substring(1, bare.length() - 1) : bare;
  }
}
