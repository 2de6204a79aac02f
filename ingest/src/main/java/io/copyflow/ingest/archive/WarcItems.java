package io.copyflow.ingest.archive;

import io.copyflow.ingest.files.Content;
import io.copyflow.ingest.files.FileNames;
import io.copyflow.ingest.files.ReadResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The responses in a WARC file, as a stream. A document is one record, header and block, byte for
 * byte, so that whoever reads it later knows what the crawler knew. It is named by the record's id,
 * which stays the same when a file is packed anew or joined with others; a capture of the same
 * address on another day is another record.
 *
 * @see <a
 *     href="https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/">The
 *     WARC format 1.1</a>
 */
final class WarcItems implements Items {

  private static final int MAX_HEADER_BYTES = 1 << 16;

  private final InputStream in;
  private final Metered packed;
  private final Budget budget;
  private InputStream block = InputStream.nullInputStream();
  private long position;

  /**
   * Opens a WARC file.
   *
   * @param in unpacked; closed with it
   * @param packed counts what is read of the file
   * @param budget for the records
   */
  WarcItems(InputStream in, Metered packed, Budget budget) {
    this.in = in;
    this.packed = packed;
    this.budget = budget;
  }

  @Override
  public @Nullable Item next() throws IOException {
    finishBlock();
    int first = in.read();
    while (first == '\r' || first == '\n') {
      first = in.read();
      position++;
    }
    return first < 0 ? null : item(WarcHeader.parse(header(first)));
  }

  @Override
  public long position() {
    return packed.bytes();
  }

  private Item item(WarcHeader header) throws IOException {
    String name = header.id().orElse("offset-" + position);
    position += header.bytes().length + header.length();
    block = new Block(in, header.length());
    return header.isWebResponse()
        ? new Item.Document(
            new Item.Name(FileNames.text(name), false),
            header.bytes().length + header.length(),
            maxBytes -> read(header, maxBytes))
        : new Item.PassedOver();
  }

  private ReadResult read(WarcHeader header, int maxBytes) throws IOException {
    var record = new SequenceInputStream(new ByteArrayInputStream(header.bytes()), block);
    ReadResult result = Content.read(budget.over(record), maxBytes, header.told());
    long bytes =
        result instanceof ReadResult.Whole whole
            ? whole.content().length
            : ((ReadResult.TooLarge) result).bytes();
    if (bytes < header.bytes().length + header.length()) {
      throw new EOFException("the file ends inside the record");
    }
    return result instanceof ReadResult.Whole whole
        ? new ReadResult.Whole(whole.content(), whole.sha256(), header.told(whole.content()))
        : result;
  }

  /** Whatever of the record was not read. */
  private void finishBlock() throws IOException {
    var unused = block.transferTo(OutputStream.nullOutputStream());
  }

  /** All up to the empty line, that included. */
  private byte[] header(int first) throws IOException {
    var header = new ByteArrayOutputStream();
    int newLines = 0;
    int next = first;
    while (true) {
      if (next < 0 || header.size() == MAX_HEADER_BYTES) {
        throw new IOException("no record where one should begin, at byte " + position);
      }
      header.write(next);
      newLines = next == '\n' ? newLines + 1 : next == '\r' ? newLines : 0;
      if (newLines == 2) {
        return header.toByteArray();
      }
      next = in.read();
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
