package io.copyflow.topology;

import io.copyflow.avro.DeadLetter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** A raw record's headers in its dead letter: as many as are of use, whoever wrote them. */
final class DeadLetterHeaders {

  private static final int MOST = 64;
  private static final int MOST_BYTES = 64 << 10;

  private DeadLetterHeaders() {}

  /** The headers that fit, in order, and how many do not. */
  static void copy(Headers from, DeadLetter letter) {
    var kept = new ArrayList<io.copyflow.avro.Header>();
    int left = MOST_BYTES;
    int all = 0;
    for (Header header : from) {
      all++;
      byte[] value = header.value();
      // A character takes up to three bytes.
      int size = header.key().length() * 3 + (value == null ? 0 : value.length);
      if (kept.size() < MOST && size <= left) {
        left -= size;
        ByteBuffer bytes = value == null ? null : ByteBuffer.wrap(value);
        kept.add(new io.copyflow.avro.Header(header.key(), bytes));
      }
    }
    letter.setHeaders(kept);
    letter.setHeadersLeftOut(all - kept.size());
  }
}
